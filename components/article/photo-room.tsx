import { CloseIcon, NextIcon, PreviousIcon } from '@/components/ui/icons.tsx';
import { Photo, type PhotoData } from '@/components/ui/photo.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { PhotoCaption } from './photo-caption.tsx';
import styles from './photo-room.module.css';

export interface PhotoRoomProps {
  photo: PhotoData;
  /** Its place in the gallery, from 1, of `count`. */
  place: number;
  count: number;
  headline: string;
  articleHref: string;
  /** The pages of its neighbours; null at either end. */
  previousHref: string | null;
  nextHref: string | null;
}

/** The gallery as a page: one photo, whole, in the same dark room as the dialog, between its neighbours. */
export function PhotoRoom(props: PhotoRoomProps) {
  const { photo, place, count, headline } = props;
  return (
    <div className={styles.room}>
      <div className={styles.head}>
        <h1 className={styles.headline}>
          <SiteLink href={props.articleHref}>{headline}</SiteLink>
        </h1>
        <SiteLink className={styles.step} href={props.articleHref}>
          <CloseIcon />
          Close gallery
        </SiteLink>
      </div>
      <figure className={styles.figure}>
        <Photo
          photo={photo}
          alt={photo.alt}
          sizes="(min-width: 64rem) 75vw, 100vw"
          ratio="own"
          isPriority
          className={styles.photo}
        />
        <PhotoCaption caption={photo.caption} credit={photo.credit} />
      </figure>
      <nav className={styles.steps} aria-label="Photos">
        <p className={styles.place}>
          {place} of {count}
        </p>
        {props.previousHref ? (
          <SiteLink className={styles.step} href={props.previousHref}>
            <PreviousIcon />
            Previous photo
          </SiteLink>
        ) : null}
        {props.nextHref ? (
          <SiteLink className={styles.step} href={props.nextHref}>
            Next photo
            <NextIcon />
          </SiteLink>
        ) : null}
      </nav>
    </div>
  );
}

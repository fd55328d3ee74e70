'use client';
import { TopicRow, TopicRows } from '@/components/feed/topic-row.tsx';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import { useFocusOnceThere } from '@/components/ui/use-focus-once-there.ts';
import styles from './muted-list.module.css';
import type { MuteDto } from './mutes.dto.ts';
import { useMute } from './use-mute.ts';

const HEADING_ID = 'muted';
const buttonId = (slug: string) => `unmute-${slug}`;

/** What the reader mutes, with unmuting that can be undone. */
export function MutedList({ mutes }: { mutes: MuteDto[] }) {
  const focusOnceThere = useFocusOnceThere();
  /** The row goes, so the focus goes on: to the next row, the one before, or the heading. */
  const leave = ({ slug }: MuteDto) => {
    const index = mutes.findIndex((mute) => mute.slug === slug);
    const neighbour = mutes[index + 1] ?? mutes[index - 1];
    const id = neighbour ? buttonId(neighbour.slug) : HEADING_ID;
    focusOnceThere(() => document.getElementById(id));
  };
  return (
    <section className={styles.muted} aria-labelledby={HEADING_ID}>
      <div id={HEADING_ID} tabIndex={-1} className={styles.heading}>
        <SectionHeading title="What you mute" />
      </div>
      <p className={styles.words}>
        {mutes.length === 0
          ? 'You mute nothing. '
          : 'These articles are hidden from Following, also where something else you follow matches. '}
        Muting a topic hides what stands beneath it too. It does not unfollow: once unmuted, all is back.
      </p>
      <TopicRows isSingle>
        {mutes.map((mute) => (
          <MutedRow key={mute.slug} mute={mute} onLeave={leave} />
        ))}
      </TopicRows>
    </section>
  );
}

function MutedRow({ mute, onLeave }: { mute: MuteDto; onLeave: (mute: MuteDto) => void }) {
  const setMute = useMute(mute);
  const unmute = () => {
    onLeave(mute);
    setMute(false);
  };
  return (
    <TopicRow
      slug={mute.slug}
      name={mute.name}
      isAuthor={mute.kind === 'author'}
      action={
        <LinkButton
          id={buttonId(mute.slug)}
          size="small"
          href={`/follow/${mute.slug}`}
          aria-label={`Unmute ${mute.name}`}
          onPress={unmute}
        >
          Unmute
        </LinkButton>
      }
    />
  );
}

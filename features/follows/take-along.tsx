import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { Button, buttonClass } from '@/components/ui/button.tsx';
import styles from './take-along.module.css';

/** The list of what is followed as a file to keep, and back from one. Works without JavaScript. */
export function TakeAlong() {
  return (
    <section className={styles.along} aria-labelledby="take-along">
      <SectionHeading title="Take your list along" id="take-along" />
      <p className={styles.text}>
        Feed readers take the list as OPML, with the feed of each topic and author. JSON keeps the dates too.
      </p>
      <p className={styles.downloads}>
        <a className={buttonClass('outline')} href="/api/following/export.opml" download>
          Download OPML
        </a>
        <a className={buttonClass('outline')} href="/api/following/export.json" download>
          Download JSON
        </a>
      </p>
      <form
        className={styles.form}
        method="post"
        action="/api/following/import"
        encType="multipart/form-data"
      >
        <label className={styles.label} htmlFor="list-file">
          Import a list
        </label>
        <p className={styles.hint} id="list-hint">
          An OPML or JSON file of up to 1 MB. What it names is followed besides what you follow now.
        </p>
        <input
          className={styles.file}
          id="list-file"
          type="file"
          name="list"
          accept=".opml,.xml,.json,text/x-opml,text/xml,application/xml,application/json"
          aria-describedby="list-hint"
          required
        />
        <Button type="submit" variant="outline">
          Import
        </Button>
      </form>
    </section>
  );
}

import { Button, buttonClass } from '@/components/ui/button.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import styles from './topic-articles.module.css';
import { TopicBack } from './topic-back.tsx';
import type { TopicRef } from './topic-fields.ts';

/** Search among the articles of a topic, and the way back to it. A plain form: all of it is in the address. */
export function TopicArticleSearch(props: { topic: TopicRef; q: string; error: string | undefined }) {
  const { topic, q, error } = props;
  const path = `/admin/topics/${topic.slug}`;
  return (
    <>
      <TopicBack topic={topic} />
      <form key={q} className={styles.search} method="get" action={`${path}/articles`}>
        <TextField
          label="Words of the headline"
          name="q"
          type="search"
          maxLength={200}
          defaultValue={q}
          {...(error ? { error } : {})}
        />
        <Button type="submit" variant="outline">
          Search
        </Button>
        {q ? (
          <SiteLink className={buttonClass('quiet')} href={`${path}/articles`}>
            Show all
          </SiteLink>
        ) : null}
      </form>
    </>
  );
}

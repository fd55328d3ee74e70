import { Button } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { Timestamp } from '@/components/ui/timestamp.tsx';
import type { PrivateFeedDto } from './private-feed.dto.ts';
import styles from './private-feed-form.module.css';

export interface PrivateFeedFormProps {
  feed: PrivateFeedDto | null;
  appUrl: string;
}

/** Makes, replaces and ends the address of one's Following for feed readers. Works without JavaScript. */
export function PrivateFeedForm({ feed, appUrl }: PrivateFeedFormProps) {
  return (
    <>
      <p>
        An address of your own at which a feed reader finds the articles of Following. Whoever has it can read
        them, so keep it to yourself.
      </p>
      {feed?.token ? (
        <Notice title="Copy the address now: it is shown this once">
          <dl className={styles.addresses}>
            <dt>RSS</dt>
            <dd>{`${appUrl}/feeds/${feed.token}.xml`}</dd>
            <dt>JSON Feed</dt>
            <dd>{`${appUrl}/feeds/${feed.token}.json`}</dd>
          </dl>
        </Notice>
      ) : null}
      {feed ? (
        <p>
          Made on <Timestamp at={feed.createdAt} />.{' '}
          {feed.lastUsedAt ? (
            <>
              Last asked for on <Timestamp at={feed.lastUsedAt} withClock />, to the hour.
            </>
          ) : (
            'Nothing has asked for it yet.'
          )}
        </p>
      ) : null}
      <div className={styles.choices}>
        <PrivateFeedChoice wanted="make">
          {feed ? 'Replace the address' : 'Make an address'}
        </PrivateFeedChoice>
        {feed ? <PrivateFeedChoice wanted="end">End the feed</PrivateFeedChoice> : null}
      </div>
    </>
  );
}

function PrivateFeedChoice({ wanted, children }: { wanted: 'make' | 'end'; children: string }) {
  return (
    <form method="post" action="/api/account/feed">
      <input type="hidden" name="wanted" value={wanted} />
      <Button type="submit" variant="outline">
        {children}
      </Button>
    </form>
  );
}

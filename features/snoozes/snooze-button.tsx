'use client';
import { lazy, Suspense, useState } from 'react';
import { LinkButton } from '@/components/ui/link-button.tsx';
import { useSnooze } from './use-snooze.ts';

const SnoozeDialog = lazy(() =>
  import('./snooze-dialog.tsx').then((module) => ({ default: module.SnoozeDialog })),
);

type SnoozeButtonProps = {
  topic: { slug: string; name: string; snoozedUntil: string | null };
  variant?: 'outline' | 'quiet';
};

/**
 * Asks for how long a followed topic is to bring nothing; wakes one that is snoozed. Without
 * JavaScript a link to the page that asks.
 */
export function SnoozeButton({ topic, variant = 'quiet' }: SnoozeButtonProps) {
  const isSnoozed = topic.snoozedUntil !== null;
  const [isAsking, setIsAsking] = useState(false);
  const snooze = useSnooze(topic);
  return (
    <>
      <LinkButton
        size="small"
        variant={variant}
        href={`/follow/${topic.slug}`}
        aria-label={isSnoozed ? `Wake now: ${topic.name}` : `Snooze ${topic.name}`}
        aria-haspopup={isSnoozed ? undefined : 'dialog'}
        onPress={() => (isSnoozed ? snooze(null) : setIsAsking(true))}
      >
        {isSnoozed ? 'Wake now' : 'Snooze'}
      </LinkButton>
      {isAsking ? (
        <Suspense fallback={null}>
          <SnoozeDialog topic={topic} onChoose={snooze} onClose={() => setIsAsking(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

'use client';
import { LinkButton } from '@/components/ui/link-button.tsx';
import { useMute } from './use-mute.ts';

type MuteButtonProps = { topic: { slug: string; name: string; kind: string }; isMuted: boolean };

/** Mutes or unmutes a topic, where the topic's name stands beside. Without JavaScript a link to the page that asks. */
export function MuteButton({ topic, isMuted }: MuteButtonProps) {
  const setMute = useMute(topic);
  return (
    <LinkButton
      size="small"
      variant="quiet"
      href={`/follow/${topic.slug}`}
      aria-label={`${isMuted ? 'Unmute' : 'Mute'} ${topic.name}`}
      onPress={() => setMute(!isMuted)}
    >
      {isMuted ? 'Unmute' : 'Mute'}
    </LinkButton>
  );
}

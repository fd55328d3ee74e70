import { send } from '@/lib/api-client.ts';
import type { SnoozeWish } from './snooze-end.ts';
import type { SnoozedDto } from './snoozes.dto.ts';

/** Says until when the follow is to bring nothing, and hears the moment; null wakes it. */
export async function sendSnooze(slug: string, wish: SnoozeWish | null): Promise<string | null> {
  const path = `/api/follows/${encodeURIComponent(slug)}/snooze`;
  if (wish === null) return send('DELETE', path);
  return (await send<SnoozedDto>('PUT', path, wish)).snoozedUntil;
}

import { z } from 'zod';

/** One session as its reader sees it. `lastSeenAt` is to the hour. */
export type SessionDto = {
  id: string;
  device: string | null;
  isThis: boolean;
  createdAt: string;
  lastSeenAt: string;
};

/** The form of the account page: the session to end, or all others. */
export const endSessionForm = z.strictObject({ session: z.union([z.uuid(), z.literal('others')]) });

/** Signing out: here, or everywhere. */
export const signOutQuery = z.strictObject({ everywhere: z.literal('1').optional() });

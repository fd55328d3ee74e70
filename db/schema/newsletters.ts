import { sql } from 'drizzle-orm';
import { check, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

export const NEWSLETTERS = ['morning', 'evening'] as const;

/** Addresses that get an editorial newsletter, by double opt-in. Tokens are stored hashed. */
export const newsletterSubscriptions = pgTable(
  'newsletter_subscriptions',
  {
    id: uuid().primaryKey(),
    newsletter: text({ enum: NEWSLETTERS }).notNull(),
    email: text().notNull(),
    confirmTokenHash: text(),
    confirmExpiresAt: instant(),
    unsubscribeTokenHash: text(),
    requestedAt: instant().notNull().defaultNow(),
    confirmedAt: instant(),
    endedAt: instant(),
  },
  (table) => [
    uniqueIndex('newsletter_subscriptions_key').on(table.newsletter, table.email),
    uniqueIndex('newsletter_subscriptions_confirm_key').on(table.confirmTokenHash),
    uniqueIndex('newsletter_subscriptions_unsubscribe_key').on(table.unsubscribeTokenHash),
    check('newsletter_subscriptions_newsletter_check', sql`${table.newsletter} in ('morning', 'evening')`),
  ],
);

import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

/** Roles, weakest first. They are read from here on each request, never from a token. */
export const ROLES = ['reader', 'editor', 'admin'] as const;

/** Readers and staff. `id` is a UUIDv7 made by the service. */
export const users = pgTable(
  'users',
  {
    id: uuid().primaryKey(),
    name: text(),
    /** Normalised once on entry (NFKC, lower case). */
    email: text().notNull(),
    emailVerified: instant(),
    image: text(),
    role: text({ enum: ROLES }).notNull().default('reader'),
    /** Whether what they open is noted (`reads`). */
    keepsHistory: boolean().notNull().default(true),
    /** Whether Following folds what a single topic would fill the page with; false: strictly by time. */
    foldsFeed: boolean().notNull().default(true),
    /** When the account is deleted for good, once its reader has asked for it; null otherwise. */
    deletionDueAt: instant(),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('users_email_key').on(table.email),
    index('users_deletion_idx').on(table.deletionDueAt).where(sql`${table.deletionDueAt} is not null`),
    check('users_role_check', sql`${table.role} in ('reader', 'editor', 'admin')`),
  ],
);

/** Accounts at outside identity providers (the shape next-auth's adapter expects). */
export const accounts = pgTable(
  'accounts',
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    type: text().notNull(),
    provider: text().notNull(),
    providerAccountId: text().notNull(),
    refresh_token: text(),
    access_token: text(),
    expires_at: integer(),
    token_type: text(),
    scope: text(),
    id_token: text(),
    session_state: text(),
  },
  (table) => [primaryKey({ columns: [table.provider, table.providerAccountId] })],
);

/** Sign-in sessions. The cookie's token is never stored, only its SHA-256. */
export const sessions = pgTable(
  'sessions',
  {
    sessionToken: text('token_hash').primaryKey(),
    /** What its reader may know it by: the hash stays on the server. */
    id: uuid().notNull().defaultRandom(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expires: instant().notNull(),
    createdAt: instant().notNull().defaultNow(),
    /** The browser and system it was begun on, in the site's own words; null where neither is known. */
    device: text(),
    /** To the hour or so: it is not written on each request. */
    lastSeenAt: instant().notNull().defaultNow(),
  },
  (table) => [index('sessions_user_idx').on(table.userId), uniqueIndex('sessions_id_key').on(table.id)],
);

/** Mailed sign-in links, hashed, usable once. */
export const verificationTokens = pgTable(
  'verification_tokens',
  {
    identifier: text().notNull(),
    token: text('token_hash').notNull(),
    expires: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.identifier, table.token] })],
);

import { AppError } from './errors.ts';
import { sign, verify } from './tokens.ts';

const VERSION = 'v1';

/** A place in a list ordered by an instant and an id, the newest first. */
export type Place = { at: Date; id: number };

/**
 * An opaque cursor for the page below `place`. `scope` says whose list it is and how it is narrowed:
 * anyone else's cursor, and one of another list, is refused.
 */
export function encodePlace(secret: string, scope: string, place: Place): string {
  return sign(secret, scope, `${VERSION}.${place.at.getTime()}.${place.id}`);
}

/** The place in a cursor made by `encodePlace` with the same arguments. @throws AppError `bad_request` */
export function decodePlace(secret: string, scope: string, cursor: string): Place {
  const [version, ms, id] = verify(secret, scope, cursor)?.split('.') ?? [];
  if (version !== VERSION)
    throw new AppError('bad_request', 'This cursor is not valid here. Start from the first page.');
  return { at: new Date(Number(ms)), id: Number(id) };
}

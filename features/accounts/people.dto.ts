import { z } from 'zod';
import { fold } from '@/lib/fold.ts';
import { isCleanText } from '@/lib/http.ts';

const MIN_SEARCH_LENGTH = 2;
const role = z.enum(['reader', 'editor', 'admin'], 'must be reader, editor or admin');

/** What people are looked for by: the beginning of an address or of a name. Empty: nobody in particular. */
export const peopleQueryDto = z.strictObject({
  q: z
    .string()
    .max(254, 'may have at most 254 characters')
    .transform((text) => text.trim())
    .refine(isCleanText, 'holds characters that no name has')
    .refine(
      (text) => text === '' || fold(text).length >= MIN_SEARCH_LENGTH,
      `must have at least ${MIN_SEARCH_LENGTH} characters`,
    )
    .default(''),
});

export const personId = z.uuid();

/** Body of a change of role. `reader` takes an editor's or admin's role away. */
export const roleBody = z.strictObject({ role });

/** A person as admins see them. */
export const personDto = z.object({
  id: z.string(),
  name: z.string().nullable(),
  email: z.string(),
  role,
  /** Named in ADMIN_EMAILS: whatever role they have now, the next sign-in makes them an admin. */
  isAdminBySettings: z.boolean(),
});
export type PersonDto = z.infer<typeof personDto>;

export const peopleDto = z.object({
  /** Editors and admins; all of them. */
  staff: z.array(personDto),
  /** Who was found, readers included: the first 50 by address. Empty without a search. */
  found: z.array(personDto),
  /** True when more were found: there is no next page, only a longer search. */
  hasMore: z.boolean(),
  /** The person with exactly the address that was looked for. */
  exact: personDto.nullable(),
});
export type PeopleDto = z.infer<typeof peopleDto>;

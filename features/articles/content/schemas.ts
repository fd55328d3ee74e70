import { z } from 'zod';
import { TOPIC_KINDS } from '@/db/schema/topics.ts';
import { line, slug } from '@/lib/shapes.ts';

/** Shapes of what editors write. Every message completes a sentence that begins with the key's name. */

const MIN_ALT = 10;

const instant = z
  .string('must be a date and time such as 2021-01-12T18:40:00Z')
  .pipe(z.iso.datetime({ offset: true, error: 'must be a date and time such as 2021-01-12T18:40:00Z' }))
  .transform((text) => new Date(text))
  .refine(
    (date) => date.getUTCFullYear() >= 1600 && date.getUTCFullYear() < 3000,
    'must be a year from 1600 to 2999',
  );

const uniqueList = <T extends z.ZodType<string>>(item: T, max: number) =>
  z
    .array(item, 'must be a list')
    .max(max, `must have at most ${max} entries`)
    .superRefine((items, context) => {
      items.forEach((value, i) => {
        if (items.indexOf(value) < i) {
          context.addIssue({ code: 'custom', path: [i], message: `repeats "${value}"` });
        }
      });
    });

const object = 'must be a list of keys and values';

export const topicShape = z.strictObject(
  {
    slug,
    name: line(80),
    kind: z.enum(
      TOPIC_KINDS.filter((kind) => kind !== 'author'),
      'must be section, topic, person, organization or place',
    ),
    parent: slug.optional(),
    aliases: uniqueList(line(80), 30).default([]),
    description: line(400).default(''),
  },
  object,
);

export const authorShape = z.strictObject(
  { slug, name: line(80), role: line(120).default(''), bio: line(1_000).default('') },
  object,
);

const fraction = z
  .number('must be a number from 0 to 1')
  .min(0, 'must be 0 or more')
  .max(1, 'must be 1 or less');

export const photoShape = z.strictObject(
  {
    file: z
      .string('must be a file name')
      .max(100, 'must be at most 100 characters long')
      .regex(
        /^[a-z0-9][a-z0-9_-]*\.(?:webp|jpe?g|png|avif)$/,
        'must be a name like a-picture.webp (webp, jpg, png or avif)',
      ),
    alt: line(300, MIN_ALT),
    caption: line(600),
    credit: line(120),
    focus: z.tuple([fraction, fraction], 'must be two numbers, such as [0.5, 0.45]').default([0.5, 0.5]),
  },
  object,
);

export const matterShape = z
  .strictObject(
    {
      headline: line(200),
      dek: line(400),
      published: instant,
      updated: instant.optional(),
      // A change that those who have read the article already should know of.
      changed: instant.optional(),
      section: slug,
      authors: uniqueList(slug, 10).default([]),
      agency: line(120).optional(),
      dateline: line(80).optional(),
      topics: uniqueList(slug, 20).pipe(z.array(z.string()).min(1, 'must name at least one topic')),
      lead: z.boolean('must be true or false').default(false),
      isImport: z.boolean('must be true or false').default(false),
      photos: z.array(photoShape, 'must be a list').max(30, 'must have at most 30 entries').default([]),
    },
    object,
  )
  .superRefine((matter, context) => {
    if (matter.updated && matter.updated < matter.published) {
      context.addIssue({ code: 'custom', path: ['updated'], message: 'is before published' });
    }
    if (matter.changed && (matter.changed <= matter.published || matter.changed > (matter.updated ?? 0))) {
      context.addIssue({
        code: 'custom',
        path: ['changed'],
        message: 'must be after published and not after updated',
      });
    }
    if (matter.authors.length === 0 && !matter.agency) {
      context.addIssue({
        code: 'custom',
        path: ['authors'],
        message: 'must name at least one author (or set agency)',
      });
    }
    const files = matter.photos.map((photo) => photo.file);
    files.forEach((file, i) => {
      if (files.indexOf(file) < i) {
        context.addIssue({ code: 'custom', path: ['photos', i, 'file'], message: `repeats "${file}"` });
      }
    });
  });

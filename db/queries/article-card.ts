/**
 * SQL text for an article as lists show it, made once by the database as JSON so that a list costs
 * one round trip and no body is read. The shape is `articleCardDto` (features/articles/article.dto.ts).
 */

/** ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export const iso = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A photo row (alias) as JSON. */
export const photoJson = (photo: string) => `json_build_object(
  'src', '/media/' || ${photo}.path, 'alt', ${photo}.alt, 'caption', ${photo}.caption,
  'credit', ${photo}.credit, 'width', ${photo}.width, 'height', ${photo}.height,
  'focalX', ${photo}.focal_x, 'focalY', ${photo}.focal_y, 'dominantColour', ${photo}.dominant_colour)`;

/**
 * The key-value pairs of a card, for `json_build_object`; `a` is the alias of the articles row. Its topics are
 * those the article was given itself, beside its section and its authors'.
 */
export const cardPairs = (a: string) => `
  'slug', ${a}.slug, 'headline', ${a}.headline, 'dek', ${a}.dek,
  'publishedAt', ${iso(`${a}.published_at`)}, 'updatedAt', ${iso(`${a}.updated_at`)},
  'photo', (select ${photoJson('p')} from photos p where p.article_id = ${a}.id and p.position = 0),
  'authors', coalesce((
    select json_agg(json_build_object('slug', w.slug, 'name', w.name) order by aa.position)
    from article_authors aa join authors w on w.id = aa.author_id where aa.article_id = ${a}.id), '[]'),
  'section', (select json_build_object('slug', s.slug, 'name', s.name) from topics s where s.id = ${a}.section_id),
  'topics', coalesce((
    select json_agg(json_build_object('slug', t.slug, 'name', t.name) order by at.position)
    from article_topics at join topics t on t.id = at.topic_id
    where at.article_id = ${a}.id and at.is_direct and t.kind not in ('author', 'section')), '[]')`;

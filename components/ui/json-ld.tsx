/** Structured data for machines (schema.org). `<` is escaped, so that no text can end the element. */
export function JsonLd({ data }: { data: object }) {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every `<` escaped, in a block no browser runs.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

import styles from './article-body.module.css';

export interface ArticleBodyProps {
  /** HTML that was sanitised when the article was published. Nothing else may be passed. */
  html: string;
}

/** The text of an article: paragraphs, subheads, quotations, lists, links. Ends in the paper's end mark. */
export function ArticleBody({ html }: ArticleBodyProps) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised when it was published; see the prop.
  return <div className={styles.body} dangerouslySetInnerHTML={{ __html: html }} />;
}

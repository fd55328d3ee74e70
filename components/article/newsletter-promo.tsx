'use client';
import { Button } from '@/components/ui/button.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import styles from './newsletter-promo.module.css';

const LETTERS = [
  {
    slug: 'morning',
    name: 'Morning Update',
    text: 'Before the day begins: a concise summary of its most important headlines, written by our editors.',
  },
  {
    slug: 'evening',
    name: 'Evening Update',
    text: 'When the day is done: a concise summary of its most important headlines, written by our editors.',
  },
] as const;

export interface NewsletterPromoProps {
  /** The path to come back to, sent along as `returnTo`. */
  returnTo?: string;
  headingLevel?: 2 | 3;
}

/**
 * The two editorial letters, each with a form that works without JavaScript. A view of the browser: of the server's,
 * React's data would hold a copy, for 0.5 kB of each article's page.
 */
export function NewsletterPromo({ returnTo, headingLevel = 2 }: NewsletterPromoProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <section className={`${styles.promo} no-print`} aria-label="Newsletters">
      {LETTERS.map((letter) => (
        <div key={letter.slug} className={styles.letter}>
          <Heading className={styles.name}>{letter.name}</Heading>
          <p className={styles.text}>{letter.text}</p>
          <form className={styles.form} method="post" action="/api/newsletters/subscribe">
            <input type="hidden" name="newsletter" value={letter.slug} />
            {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
            <TextField
              id={`email-${letter.slug}`}
              label={`E-mail address for the ${letter.name}`}
              name="email"
              type="email"
              autoComplete="email"
              inputMode="email"
              maxLength={254}
              required
            />
            <Button type="submit" data-hold="">
              Sign up today
            </Button>
          </form>
        </div>
      ))}
    </section>
  );
}

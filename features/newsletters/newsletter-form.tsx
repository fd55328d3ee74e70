import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { Button } from '@/components/ui/button.tsx';
import { EmailField } from '@/components/ui/email-field.tsx';

export interface NewsletterFormProps {
  id: string;
  name: string;
  description: string;
  /** The address to begin with. */
  email?: string | undefined;
  /** The code of what was wrong with it. */
  error?: string | undefined;
}

/** One newsletter with its sign-up. Works without JavaScript. */
export function NewsletterForm({ id, name, description, email, error }: NewsletterFormProps) {
  return (
    <section aria-labelledby={`newsletter-${id}`}>
      <SectionHeading id={`newsletter-${id}`} title={name} />
      <form method="post" action="/api/newsletters/subscribe">
        <p>{description}</p>
        <input type="hidden" name="newsletter" value={id} />
        <EmailField label={`E-mail address for the ${name}`} typed={email} error={error} />
        <Button type="submit">Sign up today</Button>
      </form>
    </section>
  );
}

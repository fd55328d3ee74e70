import { cachedDirectory } from '@/app/_server/cached.ts';
import { Page } from '@/components/layout/page.tsx';
import { PageHeading } from '@/components/layout/page-heading.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { TopicChooser } from './topic-chooser-island.tsx';

/** Following for a reader who follows nothing yet: topics to begin with. */
export async function Onboarding() {
  return (
    <Page>
      <PageHeading
        title="Following"
        description="You follow nothing yet. Choose a few topics, and their articles are here at once: those out already and every new one."
      />
      <TopicChooser topics={(await cachedDirectory()).topics} />
      <p>
        <SiteLink href="/following/manage#take-along">Import a list that you have as a file</SiteLink>
      </p>
    </Page>
  );
}

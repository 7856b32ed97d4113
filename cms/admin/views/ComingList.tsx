import { Link } from '@payloadcms/ui';
import type { ComingStory } from '../queries/coming.ts';

/** 定时上线: what is signed and waits for its minute; nothing at all when nothing waits. */
export const ComingList = ({ stories }: { stories: readonly ComingStory[] }) =>
  stories.length === 0 ? null : (
    <section aria-labelledby="cx-coming">
      <header className="cx-section">
        <h2 id="cx-coming">定时上线</h2>
      </header>
      <ul className="cx-plain">
        {stories.map(({ said, storyId, title }) => (
          <li key={storyId}>
            <Link prefetch={false} href={`/admin/collections/stories/${storyId}`}>
              {title}
            </Link>
            <span className="cx-quiet">　{said}</span>
          </li>
        ))}
      </ul>
    </section>
  );

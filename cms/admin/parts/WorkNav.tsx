import { systemClock } from '../../../campaigns/ports/clock.ts';
import { Link } from '@payloadcms/ui';
import type { ServerProps } from 'payload';
import '../admin.css';
import { personOf } from '../../access/person-of.ts';
import { navCounts } from '../queries/nav-counts.ts';
import { Seal } from './Seal.tsx';
import { WorkLinks } from './WorkLinks.tsx';
import { contentOf } from '../../content/content.ts';

/** The top of the menu: whose desk this is, and the three views of daily work with how much waits in each. */
export async function WorkNav({ payload, user }: ServerProps) {
  const person = personOf({ user: user ?? null });
  if (!person) return null;
  const [{ siteName }, counts] = await Promise.all([
    contentOf(payload).region(),
    navCounts(payload, person, systemClock.now()),
  ]);
  return (
    <div className="cx-work">
      <Link prefetch={false} className="cx-brand" href="/admin">
        <Seal size={30} />
        <span>
          <strong>{siteName}</strong>
          <small>编辑部</small>
        </span>
      </Link>
      <p className="cx-work__label" id="cx-work">
        工作
      </p>
      <WorkLinks counts={counts} />
    </div>
  );
}

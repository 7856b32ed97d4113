import '../admin.css';
import { Seal } from './Seal.tsx';
import type { Payload } from 'payload';
import { contentOf } from '../../content/content.ts';

/** Above the log-in form. */
export async function Logo({ payload }: { payload: Payload }) {
  const { siteName } = await contentOf(payload).region();
  return (
    <div className="cx-logo">
      <Seal size={52} />
      <div>
        <p className="cx-logo__name">{siteName}</p>
        <p className="cx-logo__desk">编辑部</p>
      </div>
    </div>
  );
}

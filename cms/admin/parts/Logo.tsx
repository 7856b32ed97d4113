import '../admin.css';
import { loadRegion } from '../../content/load-region.ts';
import { Seal } from './Seal.tsx';

/** Above the log-in form. */
export async function Logo() {
  const { siteName } = await loadRegion();
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

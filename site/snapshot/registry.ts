import type { Snapshot } from './snapshot.ts';

/** What the site's bundle and the server outside of it share inside one process. */
export interface SnapshotRegistry {
  snapshot: Promise<Snapshot> | null;
}

const key = Symbol.for('chengxin.snapshot');
type Holder = Record<symbol, SnapshotRegistry | undefined>;

/** The one registry of this process; it outlives bundles because it hangs on `globalThis`. */
export function snapshotRegistry(): SnapshotRegistry {
  const holder = globalThis as Holder;
  return (holder[key] ??= { snapshot: null });
}

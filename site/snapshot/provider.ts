import type { CacheProviderFactory } from 'astro';
import { join } from 'node:path';
import { snapshotRegistry } from './registry.ts';
import { encodeTags, tagHeader } from './response.ts';
import { Snapshot } from './snapshot.ts';

interface ProviderConfig extends Record<string, unknown> {
  /** Query parameters that select a different page, e.g. `['page']`. */
  query?: string[];
}

/**
 * Astro's route cache on the snapshot: pages call `Astro.cache.set({ tags })`. The server outside the bundle opens the
 * snapshot first; without such a server it opens below `DATA_DIR` at the first request.
 */
const snapshotProvider: CacheProviderFactory<ProviderConfig> = (config) => {
  const open = (): Promise<Snapshot> => {
    const registry = snapshotRegistry();
    registry.snapshot ??= Snapshot.open({
      root: join(process.env.DATA_DIR ?? 'data', 'snapshot'),
      query: config?.query ?? [],
    }).catch((error: unknown) => {
      // The next request tries again.
      registry.snapshot = null;
      throw error;
    });
    return registry.snapshot;
  };
  return {
    name: 'snapshot',
    setHeaders: (options) => {
      const headers = new Headers();
      if (options.tags?.length) headers.set(tagHeader, encodeTags(options.tags));
      if (options.lastModified) headers.set('Last-Modified', options.lastModified.toUTCString());
      return headers;
    },
    onRequest: async ({ request, url }, next) => {
      if (request.method !== 'GET') return next();
      return (await open()).serve(url, next);
    },
    invalidate: async ({ tags, path }) => {
      const snapshot = await open();
      if (tags) snapshot.invalidate(typeof tags === 'string' ? [tags] : tags);
      if (path) snapshot.invalidatePath(new URL(path, 'http://site.invalid'));
    },
  };
};

export default snapshotProvider;

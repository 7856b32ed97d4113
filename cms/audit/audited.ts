import type { CollectionConfig, Config, GlobalConfig } from 'payload';
import { watchEndpoint } from './endpoint-act.ts';
import { guardPersonal } from './personal/guard.ts';
import { viewEndpoint } from './personal/view-endpoint.ts';
import { watchFailedLogins, watchLogins } from './watch-logins.ts';

/**
 * The one place where the audit trail is tied to the CMS: every endpoint of every collection, log-ins, and the fields that
 * are read only with a reason. What changes in the database is seen by `auditedDatabase`.
 */
export function audited(config: Config): Config {
  return {
    ...config,
    collections: (config.collections ?? []).map((collection) => {
      const watched = guardPersonal({ ...collection, endpoints: watchAll(collection.endpoints, collection.slug) });
      return watched.slug === 'users' ? watchLogins(watched) : watched;
    }),
    globals: (config.globals ?? []).map((global) => ({
      ...global,
      endpoints: watchAll(global.endpoints, `global:${global.slug}`),
    })),
    endpoints: [...(watchAll(config.endpoints, null) || []), viewEndpoint],
    hooks: { ...config.hooks, afterError: [...(config.hooks?.afterError ?? []), watchFailedLogins] },
  };
}

function watchAll<T extends CollectionConfig['endpoints'] | GlobalConfig['endpoints'] | Config['endpoints']>(
  endpoints: T,
  slug: string | null,
): T {
  return (Array.isArray(endpoints) ? endpoints.map((endpoint) => watchEndpoint(endpoint, slug)) : endpoints) as T;
}

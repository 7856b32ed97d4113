type Kind = 'create' | 'update' | 'delete';

/** Trails and traces of their own, or nothing that anybody did: not told again. */
const quiet: Record<string, readonly Kind[] | 'all'> = {
  audit: 'all',
  attempts: 'all',
  'channel-events': 'all',
  'check-runs': 'all',
  'review-snapshots': 'all',
  'working-copies': 'all',
  'sign-in-tries': 'all',
  // Log-ins have rows of their own; somebody ending another's session has not.
  'sign-ins': ['create', 'update'],
};

export function isQuiet(slug: string, kind: Kind): boolean {
  if (slug.startsWith('payload-')) return true;
  const rule = quiet[slug];
  return rule === 'all' || (rule?.includes(kind) ?? false);
}

/** Where even work without a person is told: who may log in, and by what rules. */
export const systemIsTold = (slug: string): boolean =>
  slug === 'users' || slug === 'second-factors' || slug.startsWith('global:');

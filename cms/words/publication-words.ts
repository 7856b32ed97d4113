import type { Publication } from '../payload-types.ts';

/** What people read for the states of a publication. */
export const publicationWords = { live: '在线', withdrawn: '已撤回' } as const satisfies Record<
  Publication['state'],
  string
>;

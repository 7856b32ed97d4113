import type { Publication } from '../payload-types.ts';

/**
 * What people read for the states of a publication. Waiting: nobody outside may know of it yet, its instant stands in
 * `showFrom`. Dropped: taken back before that instant, so nobody outside ever knew. Over: shown as long as the signer chose.
 */
export const publicationWords = {
  live: '在线',
  withdrawn: '已撤回',
  waiting: '待上线',
  dropped: '未上线已撤回',
  over: '已下线',
} as const satisfies Record<Publication['state'], string>;

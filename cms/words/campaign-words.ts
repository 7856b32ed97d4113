import type { Campaign } from '../payload-types.ts';

/** What people read for the states of a campaign. */
export const campaignWords = { draft: '拟定', confirmed: '已确认' } as const satisfies Record<
  Campaign['state'],
  string
>;

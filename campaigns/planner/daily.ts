import type { PlannedCampaign, PlannedPost } from './campaign.ts';

/** What posts without a campaign belong to, in deliveries and in the ledger. No campaign's id looks like this. */
export const dailyId = 'daily';
export const dailyTitle = '日常推送';

/**
 * Posts without a campaign as the planner knows posts: of one campaign that is always confirmed and has no date of its
 * own. Each has an instant of its own, and says itself while a second person has not confirmed it.
 */
export const dailyCampaign = (posts: PlannedPost[], year: number): PlannedCampaign => ({
  id: dailyId,
  slug: dailyId,
  year,
  state: 'confirmed',
  occasion: { start: `${year}-01-01`, end: `${year}-12-31`, state: 'confirmed' },
  posts,
});

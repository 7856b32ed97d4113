import { APIError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload';
import { outsideShowing } from '../../campaigns/planner/showing.ts';
import { plannedAt } from '../../campaigns/planner/planned-at.ts';
import { idOf } from '../database/id-of.ts';
import type { Post } from '../payload-types.ts';
import { storyShowings } from './story-showings.ts';
import { loadYear } from './year.ts';

type When = Pick<Post, 'story' | 'at' | 'anchor' | 'offsetDays' | 'time' | 'campaign'>;

/**
 * A post outside 定时上线 and 定时下线 of its story would only be held when it is due: whoever writes it is told while
 * the form is before them. One that has come to stand outside by another's choice may be changed in everything else.
 */
export const withinShowing: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const post: When = { ...originalDoc, ...data };
  const story = idOf(post.story);
  if (!req.user || !story || (originalDoc && told(originalDoc) === told(post))) return data;
  const shown = (await storyShowings(req.payload, [story])).get(story);
  const at = shown && (await momentOf(req, post));
  const held = at && outsideShowing(at, shown);
  if (held) throw new APIError(held, 422, null, true);
  return data;
};

/** What decides when it goes out, and of what. */
const told = ({ anchor, at, campaign, offsetDays, story, time }: When): string =>
  JSON.stringify([idOf(story), idOf(campaign), at ? Date.parse(at) : null, anchor, offsetDays, time]);

/** Null while its occasion has no date, or there is no such campaign. */
async function momentOf(req: PayloadRequest, post: When): Promise<Date | null> {
  if (post.at) return new Date(post.at);
  const campaign = await req.payload.db.findOne<{ id: string; year: number; occasion: string }>({
    collection: 'campaigns',
    where: { id: { equals: idOf(post.campaign) ?? '' } },
    req,
  });
  const days = campaign ? await loadYear(req.payload, campaign.year) : [];
  const occasion = days.find(({ slug }) => slug === campaign?.occasion);
  if (!occasion) return null;
  const { anchor, offsetDays, time } = post;
  return plannedAt({ occasion }, { when: { anchor, offsetDays, time } });
}

import { addDays, instantOf } from '../calendar/civil-day.ts';
import type { PlannedCampaign, PlannedPost } from './campaign.ts';

/**
 * The instant at which a post is to go out.
 * @throws RangeError (Chinese sentence) when the post's time cannot be read.
 */
export function plannedAt(campaign: Pick<PlannedCampaign, 'occasion'>, post: Pick<PlannedPost, 'when'>): Date {
  const { when } = post;
  if ('at' in when) return instantFrom(when.at);
  return instantOf(addDays(campaign.occasion[when.anchor], when.offsetDays), when.time);
}

function instantFrom(text: string): Date {
  const instant = new Date(text);
  // A text without a zone would be read in the machine's own.
  if (!/(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(instant.getTime())) {
    throw new RangeError(`发布时间“${text}”不对：请写成 2026-06-14T09:00:00+08:00 这样带时区的时间。`);
  }
  return instant;
}

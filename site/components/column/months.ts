import type { StoryCard } from '../../../cms/read/nouns.ts';
import { monthName } from '../../words/date.ts';

/** Cards of one calendar month, in the order given. */
export function byMonth(stories: StoryCard[]): { name: string; stories: StoryCard[] }[] {
  const months: { name: string; stories: StoryCard[] }[] = [];
  for (const story of stories) {
    const name = monthName(story.publishedAt);
    const last = months.at(-1);
    if (last?.name === name) last.stories.push(story);
    else months.push({ name, stories: [story] });
  }
  return months;
}

import type { StoryCard } from '../../../cms/read/nouns.ts';

/** Stories of the list on the front page. */
const most = 8;

/** The news of the front page: what is pinned first, in its order, then the newest; nothing twice, and not what leads the page. */
export function arranged(
  pinned: readonly StoryCard[],
  newest: readonly StoryCard[],
  lead: StoryCard | null,
): StoryCard[] {
  const told = new Set(lead ? [lead.serial] : []);
  return [...pinned, ...newest].filter(({ serial }) => !told.has(serial) && told.add(serial)).slice(0, most);
}

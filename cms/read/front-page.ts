import type { StoryCard } from '../story/facts.ts';

/** What people have put on the front page, as it may be shown at this moment; what it leaves open is as ever. */
export interface FrontPage {
  /** 头条; null: the campaign or the newest story leads. */
  lead: StoryCard | null;
  /** 置顶, in their order. */
  pinned: StoryCard[];
}

import type { Page, StoryCard } from '../story/facts.ts';

/** One line of the results: a story or a lesson. */
export type SearchHit = Pick<StoryCard, 'path' | 'title' | 'summary' | 'publishedAt' | 'kindName'>;

/** What was found; `lists` are the explainers of disclosure lists, all of them whatever the page. */
export interface Found extends Page<SearchHit> {
  lists: { path: string; name: string; summary: string }[];
}

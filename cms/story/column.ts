import type { StoryKind } from './facts.ts';

/** A 栏目 of the site: a place in the navigation, a list page, a feed. */
export interface Column {
  slug: string;
  name: string;
  /** For the ColumnDescription meta tag and the page's standfirst. */
  description: string;
  /** 政务动态 / 通知公告 …, for the ColumnType meta tag (government-site.md §3.1). */
  type: string;
  keywords: string[];
  kinds: StoryKind[];
  /** Place in the main navigation, or null when it is reached from the site map only. */
  navOrder: number | null;
  path: string;
}

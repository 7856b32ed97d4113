import { tag } from '../../story/tags.ts';
import { channelKind } from './channel-kind.ts';
import type { FileKind } from './file-kind.ts';
import { coverKind } from './cover-kind.ts';
import { listKind } from './list-kind.ts';
import { occasionKind } from './occasion-kind.ts';
import { regionKind } from './region-kind.ts';

/**
 * Every kind of file of `content/` out of which the public reads, and which of its fields (docs/decisions/050): the one
 * table. What is public changes only when a reviewer agrees; what is not acts at once. Files that only make rows (columns,
 * stories, lessons, campaigns) are not here: their rows have a second person of their own.
 */
export const fileKinds = {
  region: regionKind,
  lists: listKind,
  occasions: occasionKind,
  channels: channelKind,
  media: coverKind,
} as const satisfies Record<string, FileKind>;

export type KindName = keyof typeof fileKinds;
export const kindNames = Object.keys(fileKinds) as KindName[];

/** Tags of the pages that show the words of a file (`cms/story/tags.ts`). */
export function pagesOf(kind: KindName, name: string): string[] {
  switch (kind) {
    case 'region':
      return [tag.region];
    case 'lists':
      // Its name stands in the list of lists and in the site's map.
      return [tag.lists, tag.list(name)];
    case 'occasions':
      // Any year, any campaign, the front page.
      return ['all'];
    case 'channels':
    case 'media':
      // Letters and sheets, not pages; what a page says of copies is written into its publication.
      return [];
  }
}

import type { SubjectSlug } from './subjects.ts';
import type { Wording } from './wording.ts';
import { tag } from '../read/tags.ts';

/**
 * Tags of the pages that show these words (`cms/read/tags.ts`), kept with the copy: the change feed renders them anew.
 * A withdrawal's words stand in its publication, which the feed watches itself.
 */
export function tagsOfWording(subject: SubjectSlug, words: Wording): string[] {
  switch (subject) {
    case 'columns':
      // The name of a column is on every page.
      return [tag.region];
    case 'occasion-notices':
      return [tag.year(Number(words.year))];
    case 'withdrawals':
      return [];
  }
}

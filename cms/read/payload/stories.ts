import { simplified } from '../../../campaigns/characters/simplified.ts';
import { readable } from '../../../campaigns/bulkhead/each.ts';
import type { Where } from 'payload';
import type { Page, StoryCard, StoryQuery } from '../../story/facts.ts';
import { seenOnly } from '../../words/clean-line.ts';
import { cardFields, cardOf } from './card.ts';
import { columnNames } from './column-names.ts';
import { bounded, pageOf } from './page.ts';
import type { Reading } from './source.ts';

/** Live stories, newest first; two queries whatever their number, and now and then a third. */
export async function readStories({ payload, standing }: Reading, query: StoryQuery): Promise<Page<StoryCard>> {
  if (query.search?.trim() && searchWords(query.search) === '') return { items: [], page: 1, pages: 1, total: 0 };
  const [names, live] = await Promise.all([columnNames(payload), standing.live()]);
  const found = await payload.find({
    collection: 'publications',
    where: { and: [live, ...conditions(query)] },
    ...bounded(query.page, query.size),
    sort: ['-firstPublishedAt', '-serial'],
    depth: 0,
    select: cardFields,
  });
  return pageOf(
    found,
    readable(
      found.docs,
      ({ serial }) => [`publication ${serial}`, `网站上的第 ${serial} 号稿件`],
      (row) => cardOf(row, names),
    ),
  );
}

function conditions({ column, kind, month, batch, search }: StoryQuery): Where[] {
  const wanted = searchWords(search);
  return [
    kind ? { kind: { equals: kind } } : { kind: { not_equals: 'material' } },
    ...(column ? [{ column: { equals: column } }] : []),
    ...(month ? [{ month: { equals: month } }] : []),
    ...(batch ? [{ batch: { equals: batch } }] : []),
    ...(wanted ? [holding(wanted)] : []),
  ];
}

/** Rows that hold these words. They are kept in simplified characters, those of older versions as they were written. */
export const holding = (wanted: string): Where => {
  const asked = [...new Set([simplified(wanted), wanted])].map((words) => ({ searchText: { contains: words } }));
  return asked.length === 1 ? (asked[0] ?? {}) : { or: asked };
};

/** What a visitor looks for, as texts are kept (nothing that nobody sees), without the signs that SQL's LIKE takes for “anything”; 60 characters at most. */
export const searchWords = (search = ''): string =>
  [...seenOnly(search).replace(/[%_]/g, '').trim()].slice(0, 60).join('');

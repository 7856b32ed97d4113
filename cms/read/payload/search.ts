import { simplified } from '../../../campaigns/characters/simplified.ts';
import { readable } from '../../../campaigns/bulkhead/each.ts';
import { listTexts } from '../../lists/list-texts.ts';
import type { ListType } from '../../story/list-type.ts';
import type { Found, SearchHit } from '../search.ts';
import { cardFields, cardOf, type CardRow } from './card.ts';
import { materialPath } from './materials.ts';
import { bounded, pageOf } from './page.ts';
import type { Reading } from './source.ts';
import { holding, searchWords } from './stories.ts';

/** Everything public that holds these words anywhere: stories and lessons with all their facts, newest first, and list explainers. */
export async function readSearch(
  { payload, standing }: Reading,
  lists: readonly ListType[],
  { words, page, size }: { words: string; page?: number; size?: number },
): Promise<Found> {
  const wanted = searchWords(words);
  if (wanted === '') return { items: [], page: 1, pages: 1, total: 0, lists: [] };
  const found = await payload.find({
    collection: 'publications',
    where: { and: [await standing.live(), holding(wanted)] },
    ...bounded(page, size),
    sort: ['-firstPublishedAt', '-serial'],
    depth: 0,
    select: cardFields,
  });
  const hits = readable(found.docs, ({ serial }) => [`publication ${serial}`, `网站上的第 ${serial} 号`], hitOf);
  return {
    ...pageOf(found, hits),
    lists: lists.filter((list) => says(list, wanted)).map(({ name, path, summary }) => ({ name, path, summary })),
  };
}

function hitOf(row: CardRow): SearchHit {
  const { kindName, path, publishedAt, summary, title } = cardOf(row, new Map());
  return row.kind === 'material'
    ? { path: materialPath(row.serial), title, summary, publishedAt, kindName: '教学材料' }
    : { path, title, summary, publishedAt, kindName };
}

/** Whatever the list's page says. */
const says = (list: ListType, words: string): boolean =>
  [...listTexts(list).map(({ text }) => text), list.catalogEdition].some((text) =>
    simplified(text).toLowerCase().includes(simplified(words).toLowerCase()),
  );

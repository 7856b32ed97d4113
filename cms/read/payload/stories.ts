import type { Payload, Where } from 'payload';
import type { Page, StoryCard, StoryQuery } from '../story.ts';
import { cardFields, cardOf } from './card.ts';
import { columnNames } from './column-names.ts';
import { bounded, pageOf } from './page.ts';

const live: Where = { state: { equals: 'live' } };

/** Live stories, newest first; two queries whatever their number. */
export async function readStories(payload: Payload, query: StoryQuery): Promise<Page<StoryCard>> {
  const names = await columnNames(payload);
  const found = await payload.find({
    collection: 'publications',
    where: { and: conditions(query) },
    ...bounded(query.page, query.size),
    sort: ['-firstPublishedAt', '-serial'],
    depth: 0,
    select: cardFields,
  });
  return pageOf(found, found.docs.map((row) => cardOf(row, names)));
}

function conditions({ column, kind, month, batch, search }: StoryQuery): Where[] {
  const words = search?.trim().slice(0, 50);
  return [
    live,
    kind ? { kind: { equals: kind } } : { kind: { not_equals: 'material' } },
    ...(column ? [{ column: { equals: column } }] : []),
    ...(month ? [{ month: { equals: month } }] : []),
    ...(batch ? [{ batch: { equals: batch } }] : []),
    ...(words ? [{ searchText: { contains: words } }] : []),
  ];
}

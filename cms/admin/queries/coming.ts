import type { Payload } from 'payload';
import { readable } from '../../../campaigns/bulkhead/each.ts';
import { idOf } from '../../database/id-of.ts';
import { coming } from '../../release/ending.ts';
import { showingFields, showingOfRow } from '../../release/showing-of-row.ts';
import { showingSentence } from '../../words/showing-words.ts';

/** A signed story that waits for its minute. */
export interface ComingStory {
  storyId: string;
  title: string;
  from: Date;
  /** “定时 3月15日 09:00 上线” */
  said: string;
}

/** Everything that waits for its minute, the next first. @param story only of this one */
export async function loadComing(payload: Payload, now: Date, story?: string): Promise<ComingStory[]> {
  const { docs } = await payload.find({
    collection: 'publications',
    where: story === undefined ? coming : { and: [coming, { story: { equals: story } }] },
    sort: 'showFrom',
    depth: 0,
    pagination: false,
    select: { ...showingFields, story: true, title: true },
  });
  return readable(
    docs,
    ({ id }) => [`publication ${id}`, '一篇定时上线的稿件'],
    (row): ComingStory[] => {
      const { from, until } = showingOfRow(row);
      const said = showingSentence(from, until, now);
      return from && from > now && said ? [{ storyId: idOf(row.story) ?? '', title: row.title, from, said }] : [];
    },
  ).flat();
}

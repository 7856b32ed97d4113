import type { Payload } from 'payload';
import { instantOf } from '../../../campaigns/calendar/civil-day.ts';
import { each, readable } from '../../../campaigns/bulkhead/each.ts';
import { ending, endOf } from '../../release/ending.ts';
import { tag } from '../../story/tags.ts';
import { publicationTags, relatedTags } from './change-tags.ts';
import type { ChangedRow } from './changed-rows.ts';
import type { Held } from '../../columns/stored.ts';

/** Something live that goes by itself at an instant, and the tags of every page that shows it until then. */
export interface Ending {
  serial: number;
  /** ISO 8601, UTC. */
  at: string;
  tags: string[];
}

interface Row extends ChangedRow {
  until?: string | null;
  card?: Held<'card'>;
  pictures?: string | null;
}

const fields = {
  updatedAt: true,
  serial: true,
  kind: true,
  column: true,
  batch: true,
  state: true,
  story: true,
  until: true,
  card: true,
  pictures: true,
} as const;

/** Everything that has an end and nobody has taken down, past ends too; few rows. */
export async function readEndings(payload: Payload): Promise<Ending[]> {
  const { docs } = await payload.db.find<Row>({
    collection: 'publications',
    pagination: false,
    limit: 0,
    select: fields,
    where: ending,
  });
  const ends = readable(
    docs,
    ({ id }) => [`publication ${id}`, `网站上的一篇（${id}）`],
    (row) => ({ row, end: endOf(row) }),
  ).flatMap(({ end, row }) => (end ? [{ row, end }] : []));
  return each(
    ends,
    ({ row: { id } }) => [`publication ${id}`, `网站上的一篇（${id}）`],
    async ({ end, row }) => ({
      serial: row.serial ?? 0,
      at: instantOf(end, '00:00').toISOString(),
      tags: [
        ...publicationTags(row),
        ...(row.pictures ?? '').split(' ').filter(Boolean).map(tag.picture),
        ...(await relatedTags(payload, 'publications', [row])),
      ],
    }),
  );
}

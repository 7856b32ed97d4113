import type { Payload, Where } from 'payload';
import { each, readable } from '../../../campaigns/bulkhead/each.ts';
import { coming, ending, endOf } from '../../release/ending.ts';
import { endInstant } from '../../release/showing.ts';
import { tag } from '../../story/tags.ts';
import { frontTurns } from './front-page.ts';
import { publicationTags, relatedTags } from './change-tags.ts';
import type { ChangedRow } from './changed-rows.ts';
import type { Held } from '../../columns/stored.ts';

/** Something that goes, or comes, by itself at an instant, and the tags of every page that shows it until then, or from then on. */
export interface Turn {
  serial: number;
  /** ISO 8601, UTC. */
  at: string;
  tags: string[];
}

/** What goes. */
export type Ending = Turn;

interface Row extends ChangedRow {
  showFrom?: string | null;
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
  showFrom: true,
  until: true,
  card: true,
  pictures: true,
} as const;

/** Everything that has an end and nobody has taken down, past ends too, also of what is still to come; few rows. */
export const readEndings = (payload: Payload): Promise<Ending[]> =>
  turnsOf(payload, { or: [ending, coming] }, (row) => {
    const end = endOf(row);
    return end === null ? null : endInstant(end);
  });

/** Everything that is signed and whose minute nobody has written down as come, past ones too; few rows. */
export const readBeginnings = async (payload: Payload): Promise<Turn[]> => [
  ...(await turnsOf(payload, coming, ({ showFrom }) => (showFrom ? new Date(showFrom) : null))),
  // A story that leaves the top of the front page makes room there for others.
  ...(await frontTurns(payload)).map((at) => ({ serial: 0, at: at.toISOString(), tags: [tag.front] })),
];

async function turnsOf(payload: Payload, where: Where, when: (row: Row) => Date | null): Promise<Turn[]> {
  const { docs } = await payload.db.find<Row>({
    collection: 'publications',
    pagination: false,
    limit: 0,
    select: fields,
    where,
  });
  const found = readable(
    docs,
    ({ id }) => [`publication ${id}`, `网站上的一篇（${id}）`],
    (row) => ({ row, at: when(row) }),
  ).flatMap(({ at, row }) => (at ? [{ row, at }] : []));
  return each(
    found,
    ({ row: { id } }) => [`publication ${id}`, `网站上的一篇（${id}）`],
    async ({ at, row }) => ({
      serial: row.serial ?? 0,
      at: at.toISOString(),
      tags: [
        ...publicationTags(row),
        ...(row.pictures ?? '').split(' ').filter(Boolean).map(tag.picture),
        ...(await relatedTags(payload, 'publications', [row])),
      ],
    }),
  );
}

import { readable } from '../../../campaigns/bulkhead/each.ts';
import type { Where } from 'payload';
import { instantText } from '../../../campaigns/calendar/civil-day.ts';
import { zoned } from '../../release/publication-row.ts';
import type { MaterialFeed } from '../material.ts';
import { materialFacts, materialPath } from './materials.ts';
import type { Reading } from './source.ts';

const named = ({ serial }: { serial: number }) => [`publication ${serial}`, `第 ${serial} 号教学材料`] as const;

/**
 * All lessons, or what changed and what went since an instant (ISO 8601). Rows are compared by when they were written,
 * not by when they were signed: a lesson that arrives late must not be missed.
 */
export async function readMaterialFeed(
  { payload, standing }: Reading,
  since: string | null,
  now: Date,
): Promise<MaterialFeed> {
  const start = since === null ? null : new Date(since);
  if (start && Number.isNaN(start.getTime()))
    throw new RangeError(`时间“${since}”不对：请写成 2026-06-14T09:00:00+08:00 这样。`);
  // What is hidden by the clock or the register, or has come by the clock, has no row that was written since.
  const moved = start ? (await Promise.all([standing.hidden(), standing.come()])).flat() : [];
  const recent: Where[] = start
    ? [
        {
          or: [
            { updatedAt: { greater_than_equal: start.toISOString() } },
            ...(moved.length > 0 ? [{ serial: { in: moved } }] : []),
          ],
        },
      ]
    : [];
  const { docs: found } = await payload.find({
    collection: 'publications',
    where: { and: [{ kind: { equals: 'material' } }, ...recent] },
    sort: 'serial',
    depth: 0,
    pagination: false,
    select: { searchText: false },
  });
  const docs = found.map(standing.of);
  return {
    generatedAt: instantText(now),
    items: readable(
      docs.filter((row) => row.state === 'live'),
      named,
      materialFacts,
    ),
    deleted: readable(
      docs.filter((row) => row.state === 'withdrawn' || row.state === 'over'),
      named,
      (row) => ({
        serial: row.serial,
        path: materialPath(row.serial),
        deletedAt: zoned(row.withdrawnAt ?? row.updatedAt),
      }),
    ),
  };
}

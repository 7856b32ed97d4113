import { readable } from '../../../campaigns/bulkhead/each.ts';
import type { Publication } from '../../payload-types.ts';
import { zoned } from '../../release/publication-row.ts';
import { correctionReason } from '../../story/correction-reason.ts';
import { copyLines } from '../../story/copy-state.ts';
import type { PublicNotice } from '../notice.ts';
import { facts } from './card.ts';
import { columnNames } from './column-names.ts';
import type { Reading } from './source.ts';

/** Rows of the public record; more than that nobody reads on one page. */
const most = 500;

/** Corrections of live stories and withdrawals, newest first. */
export async function readNotices({ payload, standing }: Reading): Promise<PublicNotice[]> {
  const hidden = await standing.hidden();
  const [names, { docs }] = await Promise.all([
    columnNames(payload),
    payload.find({
      collection: 'publications',
      where: {
        or: [
          { state: { equals: 'withdrawn' } },
          { corrected: { equals: true } },
          ...(hidden.length > 0 ? [{ serial: { in: hidden } }] : []),
        ],
      },
      sort: '-updatedAt',
      limit: most,
      depth: 0,
      pagination: false,
      select: { searchText: false },
    }),
  ]);
  return readable(
    // What nobody has seen, and what was shown as long as it was meant to be, is neither corrected nor taken back.
    docs.map(standing.of).filter(({ state }) => state === 'live' || state === 'withdrawn'),
    ({ serial }) => [`publication ${serial}`, `第 ${serial} 号稿件的公开记录`],
    (row) => noticesOf(row, names),
  )
    .flat()
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.serial - a.serial));
}

function noticesOf(row: Publication, names: Map<string, string>): PublicNotice[] {
  const slug = row.column ?? '';
  const path = row.kind === 'material' ? `/teach/${row.serial}` : `/s/${row.serial}`;
  const common = {
    serial: row.serial,
    path,
    column: { slug, name: names.get(slug) ?? (row.kind === 'material' ? '教学材料' : null) },
    copies: copyLines(row.copies),
  };
  if (row.state === 'withdrawn') {
    return [
      {
        ...common,
        kind: 'withdrawal',
        at: zoned(row.withdrawnAt ?? row.updatedAt),
        title: null,
        batch: row.batch ?? null,
        text: row.reason ?? '',
      },
    ];
  }
  return facts(row).corrections.map((c) => ({
    ...common,
    kind: 'correction',
    at: `${c.date}T00:00:00+08:00`,
    title: row.title,
    batch: null,
    text: `有一处更正，应为“${c.now}”${correctionReason(c.note)}`,
  }));
}

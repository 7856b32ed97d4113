import type { Payload, Where } from 'payload';
import type { Held } from '../../columns/stored.ts';

/** Collections whose rows the public sees. */
export type Watched = 'publications' | 'columns' | 'campaigns' | 'posts' | 'occasion-notices' | 'public-texts';

/** The part of a row from which its tags follow. */
export interface ChangedRow {
  id: string;
  updatedAt: string;
  serial?: number;
  kind?: string;
  column?: string | null;
  batch?: string | null;
  state?: string;
  story?: string | { id: string };
  slug?: string;
  year?: number;
  campaign?: string | { id: string };
  /** What a public wording shows in. */
  pages?: Held<'pages'>;
}

const stamp = { updatedAt: true } as const;
const fields = {
  publications: { ...stamp, serial: true, kind: true, column: true, batch: true, state: true, story: true },
  columns: { ...stamp, slug: true },
  campaigns: { ...stamp, slug: true, year: true },
  posts: { ...stamp, campaign: true },
  'occasion-notices': { ...stamp, year: true },
  'public-texts': { ...stamp, pages: true },
} as const;

/** Rows written at or after an instant, or only after it (all when null), and how many there are in all. One statement each, no hooks. */
export async function readChanges(
  payload: Payload,
  collection: Watched,
  since: { at: Date; after: boolean } | null,
): Promise<{ rows: ChangedRow[]; total: number }> {
  const where: Where = since
    ? { updatedAt: { [since.after ? 'greater_than' : 'greater_than_equal']: since.at.toISOString() } }
    : {};
  const [{ docs }, { totalDocs }] = await Promise.all([
    payload.db.find<ChangedRow>({ collection, where, pagination: false, limit: 0, select: fields[collection] }),
    payload.db.count({ collection, where: {} }),
  ]);
  return { rows: docs, total: totalDocs };
}

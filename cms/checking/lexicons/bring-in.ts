import type { Payload, PayloadRequest } from 'payload';
import { ContentError } from '../../../campaigns/calendar/content-error.ts';
import type { CivilDay } from '../../../campaigns/calendar/civil-day.ts';
import type { Lexicon } from '../../checks/lexicon/lexicon.ts';
import type { Lexicon as Row } from '../../payload-types.ts';
import { fingerprint } from '../../words/canonical.ts';
import { editionProblem } from './edition-problem.ts';
import { entriesDoor, entriesOf } from './entries.ts';
import { importReport, keepQuotable, reportSentence, type ImportReport } from './import-report.ts';

export interface BroughtIn {
  message: string;
  report: ImportReport;
  id: string | null;
  /** Whether anything was written. */
  written: boolean;
}

export interface HowToBringIn {
  /** Tells what would change, writes nothing. */
  dry: boolean;
  today: CivilDay;
  /** The person at the desk; absent: whoever has the machine, at the command line. */
  req?: PayloadRequest;
}

/** The list of that short name as the desk holds it; null: none yet. */
export async function lexiconRow(payload: Payload, slug: string): Promise<Row | null> {
  const { docs } = await payload.find({
    collection: 'lexicons',
    where: { slug: { equals: slug } },
    limit: 1,
    depth: 0,
    pagination: false,
  });
  return docs[0] ?? null;
}

/**
 * A word list out of a file becomes the desk's: made, or all its entries changed for those of the file. The same file once
 * more changes nothing. From then on the list is the desk's own, and no edition that comes with the product replaces it.
 * @throws ContentError when the words have changed and the edition has not; APIError when the person may not
 */
export async function bringIn(
  payload: Payload,
  lexicon: Lexicon,
  { dry, req, today }: HowToBringIn,
): Promise<BroughtIn> {
  const row = await lexiconRow(payload, lexicon.slug);
  const before = entriesOf(row?.entries);
  const next = { ...lexicon, entries: keepQuotable(before, lexicon.entries) };
  const entries = entriesDoor.write(next.entries);
  const report = importReport(before, next.entries);
  const sentence = reportSentence(report);
  const id = row?.id ?? null;
  if (row && isSame(row, next))
    return {
      message: `和现有的“${row.title}”${row.edition}版一样，什么都没有改。${sentence}`,
      report,
      id,
      written: false,
    };
  const problem = row ? editionProblem(row, { ...next, entries }, today) : null;
  if (problem) throw new ContentError('版次', problem);
  if (dry) return { message: `还没有导入。${sentence}`, report, id, written: false };
  const data = { ...next, entries, active: true, ...(req ? {} : { starter: false }) };
  const own = { depth: 0, ...(req ? { req, overrideAccess: false } : {}) } as const;
  const saved = row
    ? await payload.update({ ...own, collection: 'lexicons', id: row.id, data })
    : await payload.create({ ...own, collection: 'lexicons', data });
  return { message: `已导入“${lexicon.title}”${lexicon.edition}版，${sentence}`, report, id: saved.id, written: true };
}

const isSame = (row: Row, { confidence, edition, entries, group, owner, source, title }: Lexicon): boolean =>
  row.active !== false &&
  row.title === title &&
  row.group === group &&
  row.edition === edition &&
  row.owner === owner &&
  row.source === source &&
  row.confidence === confidence &&
  fingerprint(entriesOf(row.entries)) === fingerprint(entries);

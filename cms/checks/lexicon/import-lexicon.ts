import { ContentError } from '../../../campaigns/calendar/content-error.ts';
import { decodeText } from '../files/decode-text.ts';
import { sheetRows } from '../files/sheet-rows.ts';
import { sniff } from '../files/sniff.ts';
import { unzip } from '../files/unzip.ts';
import { parseCsv } from './csv.ts';
import { lexiconSchema, type Lexicon, type LexiconEntry } from './lexicon.ts';
import { readRow } from './read-row.ts';
import { sheetColumns } from './sheet-columns.ts';

/** What a file of words cannot say itself. */
export type LexiconHead = Omit<Lexicon, 'entries'>;

/** Ten times the largest list that providers hand over. */
const mostEntries = 50_000;
/** So many wrong rows are named; who mends them runs it again. */
const mostTold = 10;

/**
 * A word list out of a CSV (UTF-8 or GBK) or XLSX file, as word list providers hand them over: the first row names the
 * columns 错误写法、正确写法、说明、级别（阻止/提醒；阻断 is read too）、例外（用、分开）; or, of officials, 姓名、职务、常见错写、原职务.
 * @throws ContentError with a sentence for each row that does not fit, named by its number
 */
export function importLexicon(bytes: Uint8Array, file: string, head: LexiconHead): Lexicon {
  const [titles = [], ...rows] = sniff(bytes) === 'zip' ? sheetRows(unzip(bytes)) : parseCsv(decodeText(bytes));
  if (rows.length > mostEntries)
    throw new ContentError(file, `有${rows.length}行，一张词表最多${mostEntries}条：请拆成几张词表导入。`);
  const columns = sheetColumns(titles);
  if (!columns)
    throw new ContentError(
      file,
      '第1行没有“错误写法”这一列，请写上列名：错误写法、正确写法、说明、级别、例外；领导人姓名职务写：姓名、职务、常见错写、原职务。',
    );
  const wrong: string[] = [];
  const lineOf = new Map<string, number>();
  const entries: LexiconEntry[] = [];
  for (const [i, row] of rows.entries()) {
    if (!row.some((cell) => cell.trim())) continue;
    const line = i + 2;
    const read = readRow(row, columns);
    if ('problem' in read) wrong.push(`第${line}行${read.problem}`);
    else
      for (const entry of read.entries) {
        const before = lineOf.get(entry.wrong);
        if (before !== undefined)
          wrong.push(`第${line}行和第${before}行重复：“${entry.wrong}”写了两次，请合并成一行。`);
        lineOf.set(entry.wrong, before ?? line);
        entries.push(entry);
      }
  }
  if (wrong.length > 0)
    throw new ContentError(
      file,
      `${wrong.slice(0, mostTold).join('')}${wrong.length > mostTold ? `另有${wrong.length - mostTold}行不合要求。` : ''}`,
    );
  const lexicon = lexiconSchema.safeParse({ ...head, entries });
  if (!lexicon.success)
    throw new ContentError(
      file,
      lexicon.error.issues[0]?.path[0] === 'entries'
        ? '没有词条，请补上。'
        : `词表的${String(lexicon.error.issues[0]?.path[0])}不合要求，请核对。`,
    );
  return lexicon.data;
}

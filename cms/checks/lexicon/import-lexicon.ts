import { ContentError } from '../../../campaigns/calendar/content-error.ts';
import { decodeText } from '../files/decode-text.ts';
import { sheetRows } from '../files/sheet-rows.ts';
import { sniff } from '../files/sniff.ts';
import { unzip } from '../files/unzip.ts';
import { parseCsv } from './csv.ts';
import { entrySchema, lexiconSchema, type Lexicon, type LexiconEntry } from './lexicon.ts';

/** What a file of words cannot say itself. */
export type LexiconHead = Omit<Lexicon, 'entries'>;

const columns = { wrong: /^(?:错误|错词|不规范|原词|wrong)/i, right: /^(?:正确|改为|建议|规范|right)/i, why: /^(?:说明|原因|依据|理由|why)/i, level: /^(?:级别|等级|处理|level)/i, allow: /^(?:例外|放行|allow)/i };
/** Ten times the largest list that providers hand over. */
export const mostEntries = 50_000;
type Column = keyof typeof columns;

/**
 * A word list out of a CSV (UTF-8 or GBK) or XLSX file, as word list providers hand them over: the first row names the
 * columns 错误写法、正确写法、说明、级别（阻断/提醒）、例外（用、分开）.
 * @throws ContentError with one Chinese sentence that names the row
 */
export function importLexicon(bytes: Uint8Array, file: string, head: LexiconHead): Lexicon {
  const [titles, ...rows] = sniff(bytes) === 'zip' ? sheetRows(unzip(bytes)) : parseCsv(decodeText(bytes));
  if (rows.length > mostEntries) throw new ContentError(file, `有${rows.length}行，一张词表最多${mostEntries}条：请拆成几张词表导入。`);
  const places = columnsOf(titles ?? [], file);
  const entries = rows.filter((row) => row.some((cell) => cell.trim())).map((row, i) => entryOf(row, places, file, i + 2));
  const seen = new Set<string>();
  const twice = entries.find(({ wrong }) => seen.size === seen.add(wrong).size);
  if (twice) throw new ContentError(file, `“${twice.wrong}”写了两次，请合并成一行。`);
  const lexicon = lexiconSchema.safeParse({ ...head, entries });
  if (!lexicon.success) throw new ContentError(file, lexicon.error.issues[0]?.path[0] === 'entries' ? '没有词条，请补上。' : `词表的${String(lexicon.error.issues[0]?.path[0])}不合要求，请核对。`);
  return lexicon.data;
}

function columnsOf(titles: string[], file: string): Map<Column, number> {
  const found = new Map<Column, number>();
  for (const name of Object.keys(columns) as Column[]) {
    const at = titles.findIndex((title) => columns[name].test(title.trim()));
    if (at >= 0) found.set(name, at);
  }
  if (!found.has('wrong')) throw new ContentError(file, '第1行没有“错误写法”这一列，请写上列名：错误写法、正确写法、说明、级别、例外。');
  return found;
}

function entryOf(row: string[], places: Map<Column, number>, file: string, line: number): LexiconEntry {
  const value = (name: Column) => (row[places.get(name) ?? -1] ?? '').trim();
  const level = value('level');
  if (level && !/^(?:阻断|禁止|严重|提醒|警告|一般|block|warn)$/i.test(level)) throw new ContentError(file, `第${line}行的级别写的是“${level}”，只能写“阻断”或“提醒”。`);
  const entry = entrySchema.safeParse({
    wrong: value('wrong'), right: value('right'), why: value('why') || '不合规范用法', level: /^(?:阻断|禁止|严重|block)$/i.test(level) ? 'block' : 'warn',
    allow: value('allow').split(/[、，,;；]/).map((s) => s.trim()).filter(Boolean),
  });
  if (!entry.success) throw new ContentError(file, `第${line}行的“${entry.error.issues[0]?.path[0] === 'wrong' ? '错误写法' : '内容'}”${entry.error.issues[0]?.message ?? '不合要求'}。`);
  return entry.data;
}

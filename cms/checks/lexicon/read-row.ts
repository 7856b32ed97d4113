import { entrySchema, type LexiconEntry } from './lexicon.ts';
import { officialEntries } from './officials.ts';
import type { SheetColumns } from './sheet-columns.ts';

/** The entries of one row, or what is wrong with it: a sentence that goes on after “第3行”. */
export type ReadRow = { entries: LexiconEntry[] } | { problem: string };

const listed = (text: string): string[] =>
  text
    .split(/[、，,;；]/)
    .map((s) => s.trim())
    .filter(Boolean);

/** One row of a sheet of words, or of officials. */
export function readRow(row: readonly string[], columns: SheetColumns): ReadRow {
  const cell = (at: number | undefined) => (row[at ?? -1] ?? '').trim();
  return columns.of === 'words'
    ? wordRow((name) => cell(columns.at.get(name)))
    : officialRow((name) => cell(columns.at.get(name)));
}

function wordRow(value: (name: 'wrong' | 'right' | 'why' | 'level' | 'allow') => string): ReadRow {
  const level = value('level');
  if (level && !/^(?:阻止|阻断|禁止|严重|提醒|警告|一般|block|warn)$/i.test(level))
    return { problem: `的级别写的是“${level}”，只能写“阻止”或“提醒”。` };
  const entry = entrySchema.safeParse({
    wrong: value('wrong'),
    right: value('right'),
    why: value('why') || '不合规范用法',
    level: /^(?:阻止|阻断|禁止|严重|block)$/i.test(level) ? 'block' : 'warn',
    allow: listed(value('allow')),
  });
  if (entry.success) return { entries: [entry.data] };
  return {
    problem: `的“${entry.error.issues[0]?.path[0] === 'wrong' ? '错误写法' : '内容'}”${entry.error.issues[0]?.message ?? '不合要求'}。`,
  };
}

function officialRow(value: (name: 'name' | 'title' | 'misspelt' | 'former') => string): ReadRow {
  const [name, title] = [value('name'), value('title')];
  if (name.length < 2 || name.length > 20) return { problem: '的“姓名”要写2到20个字。' };
  if (title.length < 2 || title.length > 30) return { problem: `“${name}”的“职务”要写2到30个字，写现任的。` };
  const [misspelt, formerTitles] = [listed(value('misspelt')), listed(value('former'))];
  if (misspelt.length + formerTitles.length === 0)
    return { problem: `“${name}”既没有写“常见错写”，也没有写“原职务”，查不出什么：请至少写一样。` };
  if (misspelt.includes(name)) return { problem: `把“${name}”自己写进了“常见错写”，请删去。` };
  if (formerTitles.includes(title)) return { problem: `“${name}”的现任职务“${title}”也写进了“原职务”，请删去。` };
  const long = [...misspelt, ...formerTitles].find((text) => text.length > 30);
  if (long) return { problem: `的“${long.slice(0, 12)}…”太长，错写和原职务各最多30个字。` };
  return { entries: officialEntries({ name, title, misspelt, formerTitles }) };
}

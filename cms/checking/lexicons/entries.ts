import { asWritten } from '../../checks/lexicon/index-lexicons.ts';
import { entrySchema, type LexiconEntry } from '../../checks/lexicon/lexicon.ts';
import { listDoor } from '../../columns/list-door.ts';
import type { Held } from '../../columns/stored.ts';

const names: Record<string, string> = {
  wrong: '错误写法',
  right: '正确写法',
  why: '说明',
  level: '级别',
  allow: '例外',
  quotable: '可加引号解释',
};

/** Validation of a word list's `entries`: true, or one sentence that names the row. */
export function entriesProblem(value: unknown): string | true {
  if (!Array.isArray(value)) return '词条应是一张表：请逐条填写，或从文件导入。';
  const seen = new Map<string, number>();
  for (const [i, row] of value.entries()) {
    const parsed = entrySchema.safeParse(row);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const field = names[String(issue?.path[0])];
      return field
        ? `第${i + 1}条的“${field}”${/[一-龥]/.test(issue?.message ?? '') ? issue?.message : '不合要求，请核对'}。`
        : `第${i + 1}条有不认识的内容，请核对。`;
    }
    const key = asWritten(parsed.data.wrong);
    if (key === '') return `第${i + 1}条的“错误写法”里没有看得见的字，永远查不出来：请改写或删去。`;
    const before = seen.get(key);
    if (before !== undefined) return `第${i + 1}条“${parsed.data.wrong}”和第${before}条重复，请合并成一条。`;
    seen.set(key, i + 1);
  }
  return true;
}

/** `lexicons.entries`. */
export const entriesDoor = listDoor('entries', { label: '词表的词条', entry: entrySchema, parsed: true });

/** The entries of a stored row with their defaults; those that no longer fit the schema are left out. */
export const entriesOf = (stored: Held<'entries'>): LexiconEntry[] => entriesDoor.read(stored).value;

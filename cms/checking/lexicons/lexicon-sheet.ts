import type { Lexicon } from '../../checks/lexicon/lexicon.ts';

/** The columns that an import reads. */
const columns = ['错误写法', '正确写法', '说明', '级别', '例外'] as const;
const widths = [20, 28, 48, 8, 48];

/** A word list as an XLSX file: one entry a row, every cell a text, never a formula. */
export async function lexiconSheet({ entries, title }: Lexicon): Promise<Uint8Array> {
  // Only this door needs it, and few walk through.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const text = (value: string) => ({ type: String, value });
  const head = columns.map((value) => ({ type: String, value, fontWeight: 'bold' as const }));
  const body = entries.map(({ allow, level, right, why, wrong }) => [
    text(wrong),
    text(right),
    text(why),
    text(level === 'block' ? '阻止' : '提醒'),
    text(allow.join('、')),
  ]);
  const file = writeXlsxFile([head, ...body], {
    sheet: title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  });
  return new Uint8Array(await file.toBuffer());
}

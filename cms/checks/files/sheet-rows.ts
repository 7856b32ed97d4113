import { Parser } from 'htmlparser2';
import { decodeText } from './decode-text.ts';
import { sharedStrings } from './read-workbook.ts';
import type { ZipEntry } from './unzip.ts';

const local = (name: string) => name.slice(name.indexOf(':') + 1);
const columnOf = (ref: string) => [.../^[A-Z]+/.exec(ref)?.[0] ?? 'A'].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1;

/** The first sheet of a workbook as rows of texts; missing cells are ''. */
export function sheetRows(entries: readonly ZipEntry[]): string[][] {
  const text = (name: string) => {
    const entry = entries.find((e) => e.name === name);
    return entry ? decodeText(entry.bytes) : '';
  };
  const strings = sharedStrings(text('xl/sharedStrings.xml'));
  const rows: string[][] = [];
  let cell: { column: number; type: string; value: string } | null = null;
  let within = '';
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        within = local(tag);
        if (within === 'row') rows.push([]);
        if (within === 'c') cell = { column: columnOf(attributes['r'] ?? 'A1'), type: attributes['t'] ?? 'n', value: '' };
      },
      ontext(piece) {
        if (cell && (within === 'v' || within === 't')) cell.value += piece;
      },
      onclosetag(tag) {
        const row = rows.at(-1);
        if (local(tag) === 'c' && cell && row) {
          while (row.length < cell.column) row.push('');
          row[cell.column] = cell.type === 's' ? (strings[Number(cell.value)] ?? '') : cell.value;
          cell = null;
        }
        within = '';
      },
    },
    { xmlMode: true },
  );
  parser.end(text('xl/worksheets/sheet1.xml'));
  return rows;
}

import { decodeText } from './decode-text.ts';
import { parseXml } from './parse-xml.ts';
import { sharedStrings } from './shared-strings.ts';
import { unescaped } from './sheet-text.ts';
import { Unreadable } from './unreadable.ts';
import type { ZipEntry } from './unzip.ts';

/** What a table that is read as rows may be. A cell called ZZZZZZZ1 would ask for eight thousand million empty neighbours. */
export const tableLimits = { rows: 100_000, columns: 256, cell: 32_767 };

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** Where a cell stands, from 0; a name beyond the last column of any program (XFD) is none. */
function columnOf(ref: string): number {
  const letters = /^[A-Z]{1,3}(?=\d|$)/.exec(ref)?.[0];
  if (!letters) throw new Unreadable('too-many-cells');
  const column = [...letters].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1;
  if (column >= tableLimits.columns) throw new Unreadable('too-many-cells');
  return column;
}

/** The first sheet of a workbook as rows of texts; missing cells are ''. @throws Unreadable when it is no table of usual size */
export function sheetRows(entries: readonly ZipEntry[]): string[][] {
  const text = (name: string) => {
    const entry = entries.find((e) => e.name === name);
    return entry ? decodeText(entry.bytes) : '';
  };
  const strings = sharedStrings(text('xl/sharedStrings.xml'));
  const rows: string[][] = [];
  let cell: { column: number; type: string; value: string } | null = null;
  let within = '';
  let aloud = 0;
  const first =
    entries.find(({ name }) => name === 'xl/worksheets/sheet1.xml') ??
    entries.find(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name));
  parseXml(first ? text(first.name) : '', {
    onopentag(tag, attributes) {
      within = local(tag);
      if (within === 'rPh') aloud += 1;
      if (within === 'row') rows.push([]);
      if (rows.length > tableLimits.rows) throw new Unreadable('too-many-cells');
      if (within === 'c')
        cell = {
          column: attributes['r'] ? columnOf(attributes['r']) : (rows.at(-1)?.length ?? 0),
          type: attributes['t'] ?? 'n',
          value: '',
        };
    },
    ontext(piece) {
      if (cell && aloud === 0 && (within === 'v' || within === 't')) cell.value += piece;
    },
    onclosetag(tag) {
      if (local(tag) === 'rPh') aloud -= 1;
      const row = rows.at(-1);
      if (local(tag) === 'c' && cell && row) {
        while (row.length < cell.column) row.push('');
        row[cell.column] = (cell.type === 's' ? (strings[Number(cell.value)] ?? '') : unescaped(cell.value)).slice(
          0,
          tableLimits.cell,
        );
        cell = null;
      }
      within = '';
    },
  });
  return rows;
}

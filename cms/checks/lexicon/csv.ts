import { tableLimits } from '../files/sheet-rows.ts';
import { Unreadable } from '../files/unreadable.ts';

/**
 * Rows of a CSV text (RFC 4180): quoted fields may hold commas, quotation marks and line breaks.
 * @throws Unreadable when it has more rows or columns than a table that people use
 */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let isQuoted = false;
  const endField = () => {
    row.push(field.slice(0, tableLimits.cell));
    if (row.length > tableLimits.columns || rows.length > tableLimits.rows) throw new Unreadable('too-many-cells');
    field = '';
  };
  const endRow = () => {
    endField();
    if (row.some((cell) => cell.trim() !== '')) rows.push(row);
    row = [];
  };
  const source = text.replace(/^\uFEFF/, '');
  for (let i = 0; i < source.length; i += 1) {
    const char = source[i] ?? '';
    if (isQuoted) {
      if (char !== '"') field += char;
      else if (source[i + 1] === '"') {
        field += '"';
        i += 1;
      } else isQuoted = false;
    } else if (char === '"' && field.trim() === '') {
      field = '';
      isQuoted = true;
    } else if (char === ',' || char === '\t') endField();
    else if (char === '\n') endRow();
    else if (char !== '\r') field += char;
  }
  endRow();
  return rows;
}

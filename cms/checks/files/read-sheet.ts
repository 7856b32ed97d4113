import type { CheckedText } from '../checked-text.ts';
import type { Finding } from '../finding.ts';
import { hasIdShape, isCitizenId } from '../personal-data/citizen-id.ts';
import { maskId } from '../personal-data/mask.ts';
import { cellSign } from '../cell-sign.ts';
import { lastBefore } from './last-before.ts';
import type { Contents } from './contents.ts';
import { parseXml } from './parse-xml.ts';
import { unescaped } from './sheet-text.ts';
import { Unreadable } from './unreadable.ts';

export interface Sheet {
  name: string;
  hidden: boolean;
}
interface Cell {
  ref: string;
  type: string;
  value: string;
}
/** Far above any sheet that people fill in. */
const mostCells = 2_000_000;
const local = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * One worksheet (ECMA-376 §18.3): cells in rows, so that what belongs together is read together; formulas, headers and
 * footers beside them. Hidden rows and columns are read like the others.
 */
export function readSheet(
  xml: string,
  { name, hidden }: Sheet,
  strings: readonly string[],
  used: Set<number>,
): Contents {
  const label = `${hidden ? '隐藏表' : '表'}“${name}”`;
  const rows: Cell[][] = [];
  const texts: CheckedText[] = [];
  let cell: Cell | null = null;
  let within = '';
  let aside = '';
  let aloud = 0;
  let count = 0;
  parseXml(xml, {
    onopentag(tag, attributes) {
      within = local(tag);
      if (within === 'row') rows.push([]);
      if (within === 'rPh') aloud += 1;
      if (within === 'c' && (count += 1) > mostCells) throw new Unreadable('too-many-cells');
      if (within === 'c') cell = { ref: attributes['r'] ?? '', type: attributes['t'] ?? 'n', value: '' };
      for (const key of ['tooltip', 'display', 'prompt', 'location']) {
        const text = attributes[key];
        if (text)
          texts.push({
            field: `${label}${key === 'prompt' ? '输入提示' : '链接'}`,
            text,
            at: () => `${label}${attributes['ref'] ?? attributes['sqref'] ?? ''}`,
          });
      }
    },
    ontext(text) {
      if (cell && aloud === 0 && (within === 'v' || within === 't')) cell.value += text;
      else aside += text;
    },
    onclosetag(tag) {
      if (aside.trim()) texts.push(asideText(label, cell?.ref, local(tag), aside));
      aside = '';
      if (local(tag) === 'rPh') aloud -= 1;
      if (local(tag) === 'c' && cell) {
        cell.value = unescaped(cell.value);
        if (cell.value) (rows.at(-1) ?? newRow(rows)).push(cell);
        cell = null;
      }
      within = '';
    },
  });
  const findings: Finding[] = [];
  return { texts: [cellsText(label, rows, (at) => shown(at, label, strings, used, findings)), ...texts], findings };
}

/** Formulas, and what stands around the cells: headers, footers, rules for input. */
function asideText(label: string, ref: string | undefined, element: string, text: string): CheckedText {
  const place = `${label}${ref ? `!${ref}` : ` ${element}`}${element === 'f' ? '公式' : ''}`;
  return { field: label, text, kind: element === 'f' ? 'machine' : 'prose', at: () => place };
}

function newRow(rows: Cell[][]): Cell[] {
  const row: Cell[] = [];
  rows.push(row);
  return row;
}

/** More empty cells in a row than people leave are not counted. */
const widestGap = 64;

const columnOf = (ref: string): number | null => {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(ref)?.[0];
  return letters ? [...letters].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1 : null;
};

/** A comma and the sign of cells between them: neither words nor numbers grow together, digits in one cell each still do. */
function cellsText(label: string, rows: readonly Cell[][], textOf: (cell: Cell) => string): CheckedText {
  const starts: { at: number; ref: string }[] = [];
  let text = '';
  for (const row of rows) {
    let column = 0;
    for (const cell of row) {
      const at = columnOf(cell.ref) ?? column;
      if (at > column && at - column <= widestGap) text += cellSign.repeat(at - column);
      column = at + 1;
      starts.push({ at: text.length, ref: cell.ref });
      text += `${textOf(cell)}，${cellSign}`;
    }
    text += '\n\n';
  }
  return { field: label, text, at: (offset) => `${label}!${lastBefore(starts, offset)?.ref ?? ''}` };
}

/**
 * What a cell shows. An 18-digit number kept as a number has lost its last digits (15 are exact): the check digit cannot be
 * told, area and birth date can, so that it is found here.
 */
function shown(
  { type, value, ref }: Cell,
  label: string,
  strings: readonly string[],
  used: Set<number>,
  findings: Finding[],
): string {
  if (type === 's') {
    used.add(Number(value));
    return strings[Number(value)] ?? '';
  }
  if (type !== 'n') return value;
  const number = plainNumber(value);
  if (number.length !== 18 || !hasIdShape(number) || isCitizenId(number)) return number;
  findings.push({
    rule: 'personal-data/citizen-id-number',
    level: 'block',
    at: `${label}!${ref}`,
    text: maskId(number),
    mend: '单元格里的身份证号码被存成了数字，末几位已经变样，前面的地区和出生日期仍然看得出：请删去整列。',
  });
  return '';
}

/** `5.10802199003071E+17` written out; other texts as they are. */
function plainNumber(value: string): string {
  const parts = /^(\d)(?:\.(\d+))?[eE]\+?(\d{1,2})$/.exec(value.trim());
  if (!parts) return value;
  const [, first = '', rest = '', power = '0'] = parts;
  return rest.length > Number(power) ? value : (first + rest).padEnd(Number(power) + 1, '0');
}

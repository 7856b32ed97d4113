import type { CheckedText } from '../../checks/checked-text.ts';
import type { RichNode, RichText } from '../../rich-text/node.ts';

interface Piece {
  text: string;
  /** “第3段”, “第1个表格第2行第3格” */
  place: string;
}

/**
 * The editor's text as one, so that a number is found however it was cut into pieces by bold type, line breaks or cells;
 * addresses of links apart. Paragraphs are counted from 1, empty ones left out.
 */
export function richTexts({ root }: RichText, field: string): CheckedText[] {
  const pieces = [...piecesOf(root)];
  const starts: number[] = [];
  let text = '';
  for (const piece of pieces) {
    starts.push(text.length);
    text += `${piece.text}\n`;
  }
  const at = (offset: number) => `${field}${pieces[starts.findLastIndex((start) => start <= offset)]?.place ?? ''}`;
  const hidden = attributesOf(root);
  return [
    ...(text ? [{ field, text, at }] : []),
    ...hidden.map(
      (value): CheckedText => ({ field, text: value, kind: 'machine', at: () => `${field}里的链接或属性` }),
    ),
  ];
}

const blocks = new Set(['paragraph', 'heading', 'listitem', 'quote']);

function* piecesOf(root: RichNode): Generator<Piece> {
  let paragraphs = 0;
  let tables = 0;
  function* walk(node: RichNode): Generator<Piece> {
    if (node.type === 'table') {
      tables += 1;
      for (const [r, row] of (node.children ?? []).entries()) {
        for (const [c, cell] of (row.children ?? []).entries()) {
          const text = inline(cell, '\n');
          if (text.trim()) yield { text, place: `第${tables}个表格第${r + 1}行第${c + 1}格` };
        }
      }
      return;
    }
    if (blocks.has(node.type)) {
      const own = inline({ ...node, children: (node.children ?? []).filter(({ type }) => type !== 'list') }, '');
      if (own.trim()) yield { text: own, place: `第${(paragraphs += 1)}段` };
      for (const list of (node.children ?? []).filter(({ type }) => type === 'list')) yield* walk(list);
      return;
    }
    const own = node.text ?? '';
    if (own.trim()) yield { text: own, place: '' };
    for (const child of node.children ?? []) yield* walk(child);
  }
  yield* walk(root);
}

/** Words of a block as a reader sees them, whatever they are dressed in. */
function inline(node: RichNode, between: string): string {
  if (node.type === 'linebreak') return '\n';
  if (node.type === 'tab') return ' ';
  return (node.text ?? '') + (node.children ?? []).map((child) => inline(child, between)).join(between);
}

/** What a node carries besides its words: addresses, styles, whatever somebody has put there. */
function attributesOf({ children, text: _, type: __, ...rest }: RichNode): string[] {
  return [...stringsIn(rest), ...(children ?? []).flatMap(attributesOf)];
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return /\p{N}/u.test(value) ? [value] : [];
  if (typeof value === 'number') return Number.isSafeInteger(value) && value < 1e9 ? [] : [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

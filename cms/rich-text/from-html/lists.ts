import { textNode } from '../make.ts';
import { hasWords, type Block } from './block.ts';
import { roleTick } from './dropped.ts';
import { beforeWords } from './label.ts';
import { joinLines, linesOf } from './lines.ts';
import { chinese, letter, roman } from './number-words.ts';
import { isElement, isNote, styleOf, type SourceElement, type SourceNode } from './source-node.ts';
import { unseen } from './unseen.ts';

const lists = new Set(['ul', 'ol', 'menu', 'dir']);
const deepest = 9;

/** How a list that does not count 1, 2, 3 shows a number: the editor has no such lists, so it becomes words. Null: it counts so, or has dots. */
function labelOf(list: SourceElement): ((number: number) => string) | null {
  if (list.name !== 'ol') return null;
  const style =
    styleOf(list, 'list-style-type') ||
    styleOf(list, 'list-style')
      .split(/\s+/)
      .find((word) => /-|georgian/.test(word)) ||
    '';
  const type = list.attributes.type ?? '';
  if (type === 'a' || /^lower-(?:alpha|latin)/.test(style)) return (number) => `${letter(number)}.`;
  if (type === 'A' || /^upper-(?:alpha|latin)/.test(style)) return (number) => `${letter(number).toUpperCase()}.`;
  if (type === 'i' || style === 'lower-roman') return (number) => `${roman(number)}.`;
  if (type === 'I' || style === 'upper-roman') return (number) => `${roman(number).toUpperCase()}.`;
  if (/^(?:cjk-ideographic|(?:simp|trad)-chinese-)/.test(style))
    return (number) => `${chinese(number, /-formal$/.test(style))}、`;
  return 'reversed' in list.attributes ? (number) => `${number}.` : null;
}

const whole = (text: string | undefined): number | null => (/^\s*-?\d{1,6}\s*$/.test(text ?? '') ? Number(text) : null);

/** The items of a list with the numbers that they bear, those of lists inside it one rank deeper. */
export function itemsOf(
  list: SourceElement,
  depth: number,
  blocksIn: (nodes: readonly SourceNode[]) => Block[],
): Block[] {
  const ordered = list.name === 'ol';
  const label = labelOf(list);
  const step = 'reversed' in list.attributes ? -1 : 1;
  const items = list.children.filter((node) => isElement(node) && node.name === 'li' && unseen(node) === null).length;
  let number = whole(list.attributes.start) ?? (step < 0 ? items : 1);
  return list.children.flatMap((child): Block[] => {
    if (isNote(child) || !isElement(child) || unseen(child) !== null) return blocksIn([child]);
    if (lists.has(child.name)) return itemsOf(child, Math.min(deepest, depth + 1), blocksIn);
    if (child.name !== 'li') return blocksIn([child]);
    // Word Online makes a list of each item and tells the rank and the place aside.
    const rank = Math.min(
      deepest,
      Math.max(depth, whole(child.attributes['data-aria-level'] ?? child.attributes['aria-level']) ?? depth),
    );
    number =
      whole(child.attributes.value) ??
      (list.attributes.start === undefined ? whole(child.attributes['data-aria-posinset']) : null) ??
      number;
    const own = number;
    number += step;
    return [
      ...itemBlocks(
        child,
        { depth: rank, ordered, number: own },
        label?.(own) ?? (ordered && own < 1 ? `${own}.` : null),
        blocksIn,
      ),
      ...below(child, rank, blocksIn),
    ];
  });
}

const isList = (node: SourceNode): node is SourceElement =>
  isElement(node) && lists.has(node.name) && unseen(node) === null;
const below = (li: SourceElement, rank: number, blocksIn: (nodes: readonly SourceNode[]) => Block[]): Block[] =>
  li.children.filter(isList).flatMap((one) => itemsOf(one, Math.min(deepest, rank + 1), blocksIn));

function itemBlocks(
  li: SourceElement,
  item: { depth: number; ordered: boolean; number: number },
  label: string | null,
  blocksIn: (nodes: readonly SourceNode[]) => Block[],
): Block[] {
  const inner = blocksIn(li.children.filter((node) => !isList(node)));
  const after = inner.filter(({ kind }) => kind === 'node');
  const words = joinLines(inner.filter(({ kind }) => kind !== 'node').flatMap(linesOf));
  if (!words.some(hasWords)) return [...(words.length > 0 ? [{ kind: 'paragraph' as const, words }] : []), ...after];
  const tick = roleTick(li);
  if (tick) words.unshift(textNode(tick));
  return [
    label === null
      ? { kind: 'item', ...item, words }
      : { kind: 'paragraph', words: [textNode(beforeWords(label)), ...words] },
    ...after,
  ];
}

import type { RichNode } from '../node.ts';
import { hasNote, hasWords } from './block.ts';

export interface Settled {
  blocks: RichNode[];
  /** What was left out or changed, a Chinese sentence each, with its place. */
  notes: string[];
}

const mostPlaces = 3;

/**
 * The last step of reading: headings get their rank among those that stay, marks become sentences with their places.
 * @param all every block that was read
 * @param kept those of them that make the text (a title or by-line may have been taken out)
 */
export function settle(all: readonly RichNode[], kept: readonly RichNode[] = all): Settled {
  const stays = new Set(kept);
  const told = new Map<string, Set<string>>();
  let count = 0;
  for (const node of all) {
    const isCounted = stays.has(node) && hasWords(node);
    if (isCounted) count += 1;
    if (!hasNote(node)) continue;
    const place = isCounted
      ? `第${count}段${opening(node)}里`
      : !stays.has(node) && hasWords(node)
        ? '标题或署名行里'
        : count === 0
          ? '正文开头'
          : `第${count}段后`;
    for (const say of saidIn(node)) told.set(say, (told.get(say) ?? new Set()).add(place));
  }
  const blocks = ranked(
    kept.map(withoutNotes).filter((node) => hasWords(node) || node.type === 'upload' || node.type === 'horizontalrule'),
  );
  return {
    blocks,
    notes: [...told].map(([say, places]) => say.replace('@', () => sentencePlace([...places])).replaceAll('＠', '@')),
  };
}

const sentencePlace = (places: readonly string[]): string =>
  places.slice(0, mostPlaces).join('、') + (places.length > mostPlaces ? `等${places.length}处` : '');
const wordsIn = (node: RichNode): string => node.text ?? (node.children ?? []).map(wordsIn).join('');

/** Its first words, for people who look for it; never a long number, which could be somebody's. */
function opening(node: RichNode): string {
  const all = wordsIn(node).trim();
  const words = [...all.replace(/\p{Nd}(?:[\s\p{Pd}\p{Cf}]*\p{Nd}){4}.*$/su, '')].slice(0, 10).join('');
  return words === '' ? '' : `“${words}${words === all ? '' : '…'}”`;
}

const saidIn = (node: RichNode): string[] =>
  node.type === 'note' ? [String(node.say)] : (node.children ?? []).flatMap(saidIn);
const withoutNotes = (node: RichNode): RichNode =>
  node.children ? { ...node, children: node.children.filter(({ type }) => type !== 'note').map(withoutNotes) } : node;

/** The title is a field of its own: the highest rank in the text becomes h2, all others h3. */
function ranked(blocks: readonly RichNode[]): RichNode[] {
  const highest = blocks.reduce(
    (least, { level }) => (typeof level === 'number' ? Math.min(least, level) : least),
    Infinity,
  );
  return blocks.map((node) => {
    if (typeof node.level !== 'number') return node;
    const { level, ...rest } = node;
    return { ...rest, tag: level === highest ? 'h2' : 'h3' };
  });
}

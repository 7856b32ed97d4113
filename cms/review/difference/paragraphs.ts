import { diffArrays } from 'diff';
import { likeness } from './likeness.ts';
import { pieces, type Piece } from './pieces.ts';
import { append } from '../../../campaigns/lists/append.ts';

export interface ParagraphChange {
  /** 1-based number in the text as it is now; in the earlier text for a paragraph that is gone. */
  number: number;
  kind: 'added' | 'removed' | 'changed';
  pieces: Piece[];
}

/** Less alike than this, a paragraph was not changed but replaced. */
const kept = 0.3;

export const paragraphsOf = (text: string): string[] => text.split('\n\n').filter((part) => part !== '');

/** The paragraphs that changed, in reading order. Paragraphs are separated by a blank line, as in a snapshot's `text`. */
export function paragraphChanges(before: string, after: string): ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  const blocks = diffArrays(paragraphsOf(before), paragraphsOf(after));
  let [was, is] = [1, 1];
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i];
    if (!block) continue;
    if (!block.added && !block.removed) {
      was += block.count;
      is += block.count;
      continue;
    }
    const next = blocks[i + 1];
    const other = next && (next.added || next.removed) ? next : null;
    if (other) i += 1;
    const gone = [block, other].find((b) => b?.removed)?.value ?? [];
    const come = [block, other].find((b) => b?.added)?.value ?? [];
    append(changes, pair(gone, come, was, is));
    was += gone.length;
    is += come.length;
  }
  return changes;
}

/** Each new paragraph finds the deleted one that it came from, in order; the rest were added or deleted. */
function pair(gone: readonly string[], come: readonly string[], was: number, is: number): ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  let from = 0;
  const drop = (until: number) => {
    for (; from < until; from += 1)
      changes.push({ number: was + from, kind: 'removed', pieces: [{ kind: 'removed', text: gone[from] ?? '' }] });
  };
  come.forEach((text, i) => {
    const match = gone.findIndex((old, j) => j >= from && likeness(old, text) >= kept);
    if (match < 0) {
      changes.push({ number: is + i, kind: 'added', pieces: [{ kind: 'added', text }] });
      return;
    }
    drop(match);
    changes.push({ number: is + i, kind: 'changed', pieces: pieces(gone[match] ?? '', text) });
    from = match + 1;
  });
  drop(gone.length);
  return changes;
}

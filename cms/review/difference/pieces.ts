import { diffChars } from 'diff';

/** A run of text that stayed, was added (增) or was deleted (删). */
export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Beyond this many changed characters two paragraphs have nothing in common that is worth showing. */
const longest = 4000;
/** One or two characters that happen to stay between changes make a change harder to read, not easier. */
const island = 2;

/** What changed between two texts, character by character: Chinese has no spaces between words. */
export function pieces(before: string, after: string): Piece[] {
  const changes = diffChars(before, after, { maxEditLength: longest });
  if (!changes)
    return tidy([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  return tidy(
    changes.map(
      ({ added, removed, value }): Piece => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value }),
    ),
  );
}

/** Joins neighbours of one kind, with what is deleted before what replaces it; small islands go to both sides. */
function tidy(list: readonly Piece[]): Piece[] {
  const tidied: Piece[] = [];
  let gone = '';
  let come = '';
  const flush = () => {
    if (gone) tidied.push({ kind: 'removed', text: gone });
    if (come) tidied.push({ kind: 'added', text: come });
    gone = come = '';
  };
  list.forEach((piece, i) => {
    const between = gone !== '' && come !== '' && i < list.length - 1 && [...piece.text].length <= island;
    if (piece.kind !== 'added' && (piece.kind === 'removed' || between)) gone += piece.text;
    if (piece.kind !== 'removed' && (piece.kind === 'added' || between)) come += piece.text;
    if (piece.kind === 'same' && !between) {
      flush();
      tidied.push(piece);
    }
  });
  flush();
  return tidied;
}

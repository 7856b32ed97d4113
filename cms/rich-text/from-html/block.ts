import type { RichNode } from '../node.ts';

/** A block on its way into the editor's state; items are not yet lists. */
export type Block =
  | { kind: 'heading'; level: number; words: RichNode[] }
  | { kind: 'paragraph' | 'quote'; words: RichNode[] }
  | { kind: 'item'; depth: number; ordered: boolean; number: number; words: RichNode[] }
  | { kind: 'node'; node: RichNode };

/** A picture that the source shows or names. Its `upload` node's value is `old:<index>`. */
export interface SourcePicture {
  /** As the source writes it; '' when it names none. */
  ref: string;
  alt: string;
  /** What stood under it. */
  caption: string | null;
  /** What appears when one points at it. */
  title: string | null;
}

/** What is collected while blocks are read. */
export interface Book {
  pictures: SourcePicture[];
}

/** A note on its way, among words: `settle` takes it out and says where it stood. */
export const noteNode = (say: string): RichNode => ({ type: 'note', say });

export const hasWords = (node: RichNode): boolean =>
  (node.text ?? '').trim() !== '' || (node.children ?? []).some(hasWords);
export const hasNote = (node: RichNode): boolean => node.type === 'note' || (node.children ?? []).some(hasNote);

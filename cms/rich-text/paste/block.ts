/** A block of a pasted text, cleaned. `html` holds inline elements alone. */
export type PastedBlock =
  | { kind: 'heading'; level: number; html: string }
  | { kind: 'paragraph' | 'quote'; html: string }
  | { kind: 'item'; depth: number; ordered: boolean; start: number; html: string }
  | { kind: 'table'; rows: PastedCell[][] }
  | { kind: 'picture'; src: string }
  | { kind: 'rule' };

export interface PastedCell {
  header: boolean;
  colSpan: number;
  rowSpan: number;
  /** Paragraphs of the cell as inline HTML. */
  lines: string[];
}

/** A node of the editor's state, as far as we read and write it. */
export interface RichNode {
  type: string;
  version?: number;
  children?: RichNode[];
  text?: string;
  /** Text: bits 1 bold, 2 italic; elements: alignment. */
  format?: number | string;
  tag?: string;
  listType?: string;
  start?: number;
  headerState?: number;
  colSpan?: number;
  rowSpan?: number;
  fields?: { url?: string; [name: string]: unknown };
  /** An upload's picture: its id, or the row when it was read with depth. */
  value?: unknown;
  [more: string]: unknown;
}

/** What a story's `body` holds. */
export interface RichText {
  root: RichNode;
}

export const isRichText = (value: unknown): value is RichText =>
  typeof value === 'object' &&
  value !== null &&
  'root' in value &&
  typeof value.root === 'object' &&
  value.root !== null;

/** The id of an upload node's picture. */
export function pictureId(node: RichNode): string | null {
  if (node.type !== 'upload') return null;
  const { value } = node;
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : null;
}

/** Ids of all pictures in the text, in order, each once. */
export function pictureIds(body: unknown): string[] {
  const found = new Set<string>();
  const walk = (node: RichNode) => {
    const id = pictureId(node);
    if (id) found.add(id);
    node.children?.forEach(walk);
  };
  if (isRichText(body)) walk(body.root);
  return [...found];
}

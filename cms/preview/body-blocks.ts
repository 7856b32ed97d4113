import { isRichText, pictureId } from '../rich-text/node.ts';
import { plainLines } from '../rich-text/plain-lines.ts';

/** One of the editor's blocks, as far as the way to it needs. */
export interface BodyBlock {
  /** Its words, one entry for a paragraph, list item or table row. */
  lines: string[];
  picture: string | null;
}

/** The editor's blocks in order, empty ones too. */
export const bodyBlocks = (body: unknown): BodyBlock[] =>
  isRichText(body)
    ? (body.root.children ?? []).map((child) => ({
        lines: plainLines({ root: { type: 'root', children: [child] } }),
        picture: pictureId(child),
      }))
    : [];

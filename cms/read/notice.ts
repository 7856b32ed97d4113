import type { CopyLine } from '../story/copy-state.ts';

/** One line of the public record 更正与撤回记录. */
export interface PublicNotice {
  kind: 'correction' | 'withdrawal';
  /** ISO 8601 with zone. */
  at: string;
  serial: number;
  /** The story's page: corrected text, or the 410 notice. */
  path: string;
  /** Title of a corrected story; null for a withdrawn one, which keeps no title. */
  title: string | null;
  /** Without a name: two people stand for none yet, and there is no page of it. */
  column: { slug: string; name: string | null };
  /** Batch of a withdrawn role model: its place in the gallery stays visible as an empty frame. */
  batch: string | null;
  /** One sentence: how it reads now, or why it was withdrawn. What was wrong is not repeated here. */
  text: string;
  /** How far the copies on channels are. */
  copies: CopyLine[];
}

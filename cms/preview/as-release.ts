import type { Release } from '../../campaigns/ports/release.ts';
import { renditionOf } from '../release/rendition/rendition.ts';
import type { Snapshot } from '../story/snapshot.ts';

export interface Draft {
  snapshot: Snapshot;
  storyId: string;
  /** The story's public number; null while it has none. */
  serial: number | null;
  at: Date;
}

/** As long as the numbers that this site will use for years: counts do not jump when the real one comes. */
const usualSerial = 10_000;

/** What channels would get if the form were signed as it stands. */
export function asRelease({ snapshot, storyId, serial, at }: Draft): Release {
  const { column, ...content } = snapshot;
  return {
    ...content,
    ...renditionOf(snapshot, snapshot.corrections),
    id: 'preview',
    storyId,
    serial: serial ?? usualSerial,
    version: 1,
    hash: '',
    column: column?.slug ?? '',
    signedBy: '',
    signedAt: at.toISOString(),
  };
}

import { valueDoor } from '../columns/value-door.ts';
import { snapshotSchema } from './snapshot-schema.ts';

/** `releases.snapshot`: what was signed. */
export const snapshotDoor = valueDoor('snapshot', { label: '签发稿的内容', schema: snapshotSchema });

/** `review-snapshots.snapshot`: what a reviewer had before them. */
export const reviewedSnapshotDoor = valueDoor('reviewed-snapshot', { label: '审过的内容', schema: snapshotSchema });

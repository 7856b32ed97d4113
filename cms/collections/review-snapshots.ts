import type { CollectionConfig } from 'payload';
import { access } from '../access/access.ts';
import { idField } from '../fields/id-field.ts';
import { immutable } from '../fields/immutable.ts';
import { jsonColumn } from '../columns/json-column.ts';
import { reviewedSnapshotDoor } from '../story/snapshot-doors.ts';

/** What a reviewer had before them: one row for each content that was ever judged. From it the difference is told after an edit. */
export const reviewSnapshots: CollectionConfig = {
  slug: 'review-snapshots',
  labels: { singular: '审稿留底', plural: '审稿留底' },
  admin: { group: false, useAsTitle: 'key', description: '每次审签时看到的内容，由系统留底，用来比较改了哪里。' },
  access: access('review-snapshots'),
  ...withoutDeleteLock(immutable('审稿留底不能修改：它是审签时看到的原样。')),
  fields: [
    idField,
    // story:fingerprint of the content; the same content judged twice is kept once.
    { name: 'key', label: '唯一键', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'story', label: '稿件', type: 'text', required: true, index: true },
    jsonColumn(reviewedSnapshotDoor, { name: 'snapshot', label: '内容', required: true, admin: { hidden: true } }),
  ],
};

/** A draft that was never signed may be deleted, and what was kept of it goes too. Nobody else may delete rows (see the access table). */
function withoutDeleteLock(locked: ReturnType<typeof immutable>): ReturnType<typeof immutable> {
  return { ...locked, hooks: { ...locked.hooks, beforeDelete: [] } };
}

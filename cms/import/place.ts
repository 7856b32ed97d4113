import type { Payload } from 'payload';
import type { Story } from '../payload-types.ts';
import { contentHash } from '../release/content.ts';
import { reviewsDoor } from '../story/review-doors.ts';

/** What is to become of a file, seen from what is already there. */
export type Place =
  | { kind: 'new' }
  | { kind: 'update'; story: Story }
  | { kind: 'skip'; message: string; storyId: string };

/**
 * Whether a file was imported before. The same file a second time is left alone; a changed one may replace only a draft
 * that nobody has worked on since.
 * @param path the file's identity: folder and name
 * @param hash sha256 of its bytes
 */
export async function placeOf(payload: Payload, path: string, hash: string): Promise<Place> {
  const { docs } = await payload.find({
    collection: 'stories',
    depth: 0,
    pagination: false,
    joins: false,
    trash: true,
    where: { or: [{ 'origin.path': { equals: path } }, { 'origin.fileHash': { equals: hash } }] },
  });
  const same = docs.find(({ origin }) => origin?.path === path);
  const twin = docs.find(({ origin }) => origin?.fileHash === hash);
  if (!same)
    return twin
      ? { kind: 'skip', storyId: twin.id, message: `和已经导入的“${twin.origin?.path ?? ''}”内容完全一样。` }
      : { kind: 'new' };
  const skip = (message: string): Place => ({ kind: 'skip', storyId: same.id, message });
  if (same.deletedAt) return skip('导入过，稿件已移入回收站：要用请到回收站恢复。');
  if (same.origin?.fileHash === hash) return skip('已经导入过，文件没有变化。');
  const untouched =
    same.stage === 'draft' &&
    same.round === 1 &&
    reviewsDoor.need(same.reviews).length === 0 &&
    contentHash({ ...same }) === same.origin?.writtenHash;
  return untouched
    ? { kind: 'update', story: same }
    : skip('文件变了，但稿件已经有人改过或送审：没有覆盖，请人工核对。');
}

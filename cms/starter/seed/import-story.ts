import type { Payload, RequiredDataFromCollectionSlug } from 'payload';
import { contentHash } from '../../release/content.ts';
import { createRelease } from '../../release/create-release.ts';
import { publishStory } from '../../publication/publish.ts';
import type { Review, ReviewAct } from '../../story/act.ts';
import { openCase } from '../../review/open-case.ts';
import { editorsDoor, reviewsDoor } from '../../story/review-doors.ts';
import type { newStory } from '../../story/new-story.ts';

/** Nobody's account: fictional names that say what they are. Nobody can log in as them. */
const people: [ReviewAct, string][] = [
  ['submit', '示例采编（示例导入）'],
  ['approve-first', '示例初审（示例导入）'],
  ['clear-secrecy', '示例复审（示例导入）'],
  ['approve-second', '示例复审（示例导入）'],
  ['sign', '示例终审（示例导入）'],
];

/** What a starter story says, as the collection wants it. */
type Fresh = keyof ReturnType<typeof newStory>;
export type StoryData = Omit<RequiredDataFromCollectionSlug<'stories'>, Fresh> & { id: string };

/**
 * Writes a starter story and releases it with the same code as any other; the release is marked 示例导入 and its
 * reviewers are named as what they are. Can be repeated: what is there stays.
 * @param at ISO 8601: the instant of the fictional signing.
 */
export async function importStory(payload: Payload, data: StoryData, at: string, isNew: boolean): Promise<void> {
  if (isNew)
    await payload.create({ collection: 'stories', data: { ...data, ...reviewed(contentHash(data), at) }, depth: 0 });
  const opened = await openCase(payload, data.id);
  // A story that was interrupted before its release is finished; one that staff have begun to edit is theirs.
  if (!opened || opened.newest || opened.file.stage !== 'signed') return;
  if (opened.file.missing.length > 0) throw new Error(`示例稿件“${data.title}”不完整：${opened.file.missing.join('')}`);
  const sign = opened.file.reviews.find(({ act }) => act === 'sign');
  if (!sign) throw new Error(`示例稿件“${data.title}”没有签发记录。`);
  const file = { ...opened.file, round: sign.round, reviews: opened.file.reviews.filter((review) => review !== sign) };
  await createRelease(payload, { ...opened, file, sign, signedAt: new Date(at), imported: true });
  await publishStory(payload, data.id);
}

function reviewed(hash: string, at: string) {
  const reviews = people.map(
    ([act, byName]): Review => ({ act, round: 1, by: 'starter', byName, at, contentHash: hash, note: '示例导入' }),
  );
  // Signed: the next edit begins round 2.
  return { stage: 'signed' as const, round: 2, reviews: reviewsDoor.write(reviews), editors: editorsDoor.write([]) };
}

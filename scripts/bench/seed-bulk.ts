import type { Payload } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { fingerprint } from '../../cms/words/canonical.ts';
import { publicationRow } from '../../cms/release/publication-row.ts';
import type { Snapshot } from '../../cms/story/snapshot.ts';
import { contentHash } from '../../cms/release/content.ts';
import { richTextToHtml } from '../../cms/rich-text/to-html.ts';
import { markdownToRichText } from '../../cms/rich-text/from-markdown.ts';
import { htmlToText } from '../../cms/rich-text/html-text.ts';
import { newStory } from '../../cms/story/new-story.ts';
import { reviewersDoor } from '../../cms/story/review-doors.ts';
import { snapshotDoor } from '../../cms/story/snapshot-doors.ts';

const sentences = [
  '秤放在柜台外面，谁买谁看数。',
  '欠条上写清了数目、日期和怎样还。',
  '工钱在腊月二十以前结清，名单贴在工棚门口。',
  '发现记录有误，当天就递了异议申请。',
  '孩子们把拾到的钱包送到了传达室。',
  '标价和结账对不上的，按低的收。',
];

/**
 * Writes `count` released stories straight through the database adapter: the shapes are those of a real sign-off, only
 * the hooks are left out, because thousands of reviews are not what a measurement is about. Two years of dates.
 */
export async function seedBulk(payload: Payload, count: number, log: (line: string) => void): Promise<void> {
  const { docs: columns } = await payload.find({
    collection: 'columns',
    limit: 3,
    depth: 0,
    where: { kinds: { contains: 'knowledge' } },
  });
  const last = await payload.find({ collection: 'publications', sort: '-serial', limit: 1, depth: 0 });
  let serial = last.docs[0]?.serial ?? 0;
  const create = (collection: 'stories' | 'releases' | 'publications', data: Record<string, unknown>) =>
    payload.db.create({ collection, data: { id: uuidv7(), ...data } }) as Promise<{ id: string }>;
  for (let n = 0; n < count; n += 1) {
    serial += 1;
    const column = columns[n % columns.length]!;
    const signedAt = new Date(Date.now() - ((count - n) * 2 * 365 * 86_400_000) / count).toISOString();
    const body = markdownToRichText(
      Array.from({ length: 6 }, (_, i) => sentences[(n + i) % sentences.length]).join('\n\n'),
    );
    const content = {
      title: `压力测试稿件第${n + 1}篇（示例）`,
      kind: 'knowledge',
      summary: '这是测量用的示例稿件。',
      source: '诚信广元编辑部（示例）',
      authorName: '示例',
      tags: ['示例'],
      category4: '信用知识',
      sourceUrl: null,
      corrections: [],
      body,
      cover: null,
    };
    const story = await create('stories', {
      ...content,
      column: column.id,
      ...newStory(),
      stage: 'signed',
      contentHash: contentHash({ ...content, column: column.id }),
    });
    const html = richTextToHtml(body, new Map());
    const snapshot: Snapshot = {
      kind: 'knowledge',
      column: { slug: column.slug, name: column.name },
      title: content.title,
      summary: content.summary,
      category4: content.category4,
      author: content.authorName,
      source: content.source,
      sourceUrl: null,
      tags: content.tags,
      html,
      text: htmlToText(html),
      cover: null,
      images: [],
      roleModel: null,
      caseSteps: null,
      lesson: null,
      corrections: [],
    };
    const release = {
      key: `${story.id}:1`,
      title: snapshot.title,
      story: story.id,
      version: 1,
      round: 1,
      kind: 'knowledge',
      column: column.slug,
      hash: fingerprint(snapshot),
      signedBy: '示例',
      signedAt,
      reviewers: reviewersDoor.write([]),
      imported: true,
      snapshot: snapshotDoor.write(snapshot),
    };
    const made = await create('releases', release);
    const row = publicationRow(
      { ...release, id: made.id },
      {
        firstShownAt: signedAt,
        unseen: true,
        now: new Date(signedAt),
        withdrawal: null,
        package: null,
        corrections: [],
        correctedAt: null,
        correcting: 0,
      },
    );
    await create('publications', { ...row, story: story.id, serial });
    if ((n + 1) % 1000 === 0) log(`  已写入 ${n + 1} 篇`);
  }
}

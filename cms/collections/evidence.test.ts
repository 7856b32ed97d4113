import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Guarded } from '../access/table.ts';
import { oneOfEach } from '../testing/one-of-each.ts';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { draft } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';

let cms: TestCms;
let desk: SignedIn;
let rows: Map<Guarded, string>;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['author', 'signer', 'admin']);
  rows = await oneOfEach(cms.payload, desk.people.author!);
});
afterAll(() => cms.close());

const stored = (collection: Guarded) =>
  cms.payload.db.findOne({ collection: collection as 'stories', where: { id: { equals: rows.get(collection) } } });
const status = async (who: string, method: string, path: string, body?: object) =>
  (await desk.send(who, path, { method, ...(body ? { body: JSON.stringify(body) } : {}) })).status;

// The product itself asks here, with all rights: whatever part of it, or whatever script, has lost its way.
describe.each<[Guarded, object, string]>([
  ['releases', { title: '改过的标题' }, '签发稿不能修改或删除：要改内容请改稿件并重新送审，要下线请撤回。'],
  ['withdrawals', { reason: '别的理由' }, '撤回决定不能修改或删除：要重新上线，请改好稿件再送审签发。'],
  ['corrections', { right: '丙' }, '更正决定不能修改或删除：更正本身有误的，请再作一次更正。'],
  ['audit', { said: '什么也没做' }, '审计记录由系统写入，谁也不能添加、修改或删除。'],
])('%s', (collection, data, sentence) => {
  it('are changed by nothing', async () => {
    const before = await stored(collection);
    const id = rows.get(collection) ?? '';
    for (const change of [
      cms.payload.update({ collection, id, data: data as never }),
      cms.payload.update({ collection, where: { id: { equals: id } }, data: data as never }),
    ])
      await expect(change).rejects.toMatchObject({ status: 403, message: sentence });
    expect(await stored(collection)).toEqual(before);
  });

  it('are deleted by nothing', async () => {
    await expect(cms.payload.delete({ collection, id: rows.get(collection) ?? '' })).rejects.toMatchObject({
      status: 403,
      message: sentence,
    });
    expect(await stored(collection)).not.toBeNull();
  });
});

it('nobody writes a line of the audit, the product neither', async () => {
  await expect(
    cms.payload.create({ collection: 'audit', data: { said: '示例', at: '2026-01-01', seq: 9 } as never }),
  ).rejects.toMatchObject({ status: 403 });
  expect((await cms.payload.count({ collection: 'audit', where: { said: { equals: '示例' } } })).totalDocs).toBe(0);
});

it('what a reviewer saw is not changed, and goes with a draft that was never signed, with what was said of it', async () => {
  const { id } = await draft(cms.payload, desk.people.author!);
  const other = rows.get('stories') ?? '';
  const snapshot = (await cms.payload.findByID({ collection: 'releases', id: rows.get('releases') ?? '', depth: 0 }))
    .snapshot;
  const said = { paragraph: 1, quote: '原文', text: '批注（示例）', must: true, by: 'x', byName: '示例' };
  for (const story of [id, other]) {
    await cms.payload.create({ collection: 'review-snapshots', data: { key: `${story}:1`, story, snapshot } as never });
    await cms.payload.create({ collection: 'comments', data: { ...said, story, at: '2026-06-14T01:00:00.000Z' } });
  }
  const kept = async (story: string) =>
    Promise.all(
      (['review-snapshots', 'comments'] as const).map(
        async (collection) => (await cms.payload.count({ collection, where: { story: { equals: story } } })).totalDocs,
      ),
    );
  const before = await kept(other);
  await expect(
    cms.payload.update({
      collection: 'review-snapshots',
      where: { story: { equals: id } },
      data: { story: other } as never,
    }),
  ).rejects.toThrow('审稿留底不能修改');
  expect(await kept(id)).toEqual([1, 1]);
  expect(await status('author', 'DELETE', `stories/${id}`)).toBe(200);
  expect([await kept(id), await kept(other)]).toEqual([[0, 0], before]);
});

describe('what hangs on what', () => {
  it('a story that a post waits for, or that was signed, is not deleted, and says what to do instead', async () => {
    const free = await draft(cms.payload, desk.people.author!);
    const { docs } = await cms.payload.find({ collection: 'posts', limit: 1, depth: 0 });
    await cms.payload.update({ collection: 'posts', id: docs[0]!.id, data: { story: free.id } });
    const refused = await desk.send('author', `stories/${free.id}`, { method: 'DELETE' });
    expect([refused.status, await refused.response.text()]).toEqual([
      409,
      expect.stringContaining('排期条目“当天”用着这篇稿件，不能删除：请先给那一条换稿或取消它。'),
    ]);
    await cms.payload.update({ collection: 'posts', id: docs[0]!.id, data: { story: null } });
    expect(await status('author', 'DELETE', `stories/${free.id}`)).toBe(200);
    const signed = await desk.send('admin', `stories/${rows.get('stories')}`, { method: 'DELETE' });
    expect([signed.status, await signed.response.text()]).toEqual([
      409,
      expect.stringContaining('签发过的稿件不能删除，只能撤回'),
    ]);
  });

  it('a campaign takes its posts with it and no others, and its name is free again', async () => {
    const aCampaign = (slug: string) => ({
      slug,
      year: 2026,
      title: '活动',
      theme: '主题',
      standfirst: '一句话',
      occasion: 'credit-record-day',
      phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
    });
    const made = async () =>
      ((await (await desk.post('author', 'campaigns', aCampaign('gone'))).response.json()) as { doc: { id: string } })
        .doc.id;
    const id = await made();
    for (const slug of ['one', 'two'])
      await desk.post('author', 'posts', { campaign: id, label: '当天', slug, channels: ['wechat'] });
    const posts = async () => (await cms.payload.count({ collection: 'posts' })).totalDocs;
    const before = await posts();
    expect(await status('admin', 'DELETE', `campaigns/${id}`)).toBe(200);
    expect(before - (await posts())).toBe(2);
    expect(await made()).not.toBe(id);
  });
});

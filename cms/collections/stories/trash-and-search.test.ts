import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { performReview } from '../../desk/perform.ts';
import { markdownToRichText } from '../../rich-text/from-markdown.ts';
import { publishStory } from '../../publication/publish.ts';
import { signedIn, type SignedIn } from '../../testing/signed-in.ts';
import { draft, newsroom, release } from '../../testing/story.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';

let cms: TestCms;
let desk: SignedIn;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['author', 'admin', 'reviewer1']);
});
afterAll(() => cms.close());

const json = { 'Content-Type': 'application/json' };
const patch = (who: string, id: string, data: object, query = '') =>
  cms.payload.update({
    collection: 'stories',
    id,
    data: data as never,
    overrideAccess: false,
    user: desk.asUser(who),
    trash: query === 'trash',
    depth: 0,
  });
const found = async (search: string) =>
  (
    await cms.payload.find({ collection: 'stories', where: { searchText: { like: search } }, depth: 0, joins: false })
  ).docs.map(({ title }) => title);

describe('the trash', () => {
  it('takes a draft out of every list and out of review, and gives it back whole', async () => {
    const mine = await draft(cms.payload, desk.people.author!, { title: '放错的稿（示例）' });
    await patch('author', mine.id, { deletedAt: new Date().toISOString() });
    expect(await found('放错的稿')).toEqual([]);
    expect((await desk.post('author', `stories/${mine.id}/review/submit`)).status).toBe(404);
    await expect(
      performReview(
        { payload: cms.payload },
        { storyId: mine.id, act: 'submit', person: desk.people.author!, note: '' },
      ),
    ).resolves.toMatchObject({ ok: false });

    const back = await patch('author', mine.id, { deletedAt: null }, 'trash');
    expect(back).toMatchObject({
      title: '放错的稿（示例）',
      stage: 'draft',
      contentHash: mine.contentHash,
      round: mine.round,
    });
    expect(await found('放错的稿')).toEqual(['放错的稿（示例）']);
  });

  it("is for one's own stories", async () => {
    const other = await draft(cms.payload, (await newsroom(cms.payload)).author);
    await expect(patch('author', other.id, { deletedAt: new Date().toISOString() })).rejects.toThrow();
    await expect(patch('reviewer1', other.id, { deletedAt: new Date().toISOString() })).rejects.toThrow();
  });

  it('never takes what was signed, nor what a post is waiting for', async () => {
    const room = await newsroom(cms.payload);
    const story = await draft(cms.payload, room.author);
    await release(cms.payload, story.id, room);
    await expect(patch('admin', story.id, { deletedAt: new Date().toISOString() })).rejects.toThrow(
      '签发过的稿件不能放进回收站',
    );
    const planned = await draft(cms.payload, room.author);
    const campaign = await cms.payload.create({
      collection: 'campaigns',
      data: {
        slug: 'a',
        year: 2026,
        title: '活动',
        theme: '主题',
        standfirst: '一句话',
        occasion: 'credit-record-day',
        phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
      } as never,
      depth: 0,
    });
    await cms.payload.create({
      collection: 'posts',
      data: { slug: 'p', campaign: campaign.id, story: planned.id, label: '当天', channels: ['wechat'] } as never,
      depth: 0,
    });
    await expect(patch('admin', planned.id, { deletedAt: new Date().toISOString() })).rejects.toThrow(
      '排期条目“当天”用着这篇稿件',
    );
  });
});

describe('the search', () => {
  it('finds any part of a sentence: title, summary, text, table, name', async () => {
    const title = '一杆秤（示例）';
    await draft(cms.payload, desk.people.author!, {
      title,
      summary: '斤两都在心里。',
      kind: 'role-model',
      roleModel: { name: '示例秤匠' },
      body: markdownToRichText(
        '## 老街上\n\n他说，**少一钱**也是少。\n\n| 年份 | 秤 |\n|---|---|\n| 一九九六年 | 三百杆 |',
      ),
    } as never);
    for (const part of ['杆秤', '都在心', '街上', '少一钱也是', '九九六', '百杆', '例秤匠'])
      expect(await found(part), part).toEqual([title]);
    expect(await found('秤匠（示例）')).toEqual([]);
  });

  it('follows edits, and knows the public number once there is one', async () => {
    const room = await newsroom(cms.payload);
    const story = await draft(cms.payload, room.author, { title: '改名之前（示例）' });
    await release(cms.payload, story.id, room);
    const serial = await publishStory(cms.payload, story.id);
    expect(await found(`〔${serial}〕`)).toEqual(['改名之前（示例）']);
    await cms.payload.update({
      collection: 'stories',
      id: story.id,
      data: { title: '改名之后（示例）' },
      overrideAccess: false,
      user: { ...room.author, collection: 'users' } as never,
      depth: 0,
    });
    expect(await found(`〔${serial}〕`)).toEqual(['改名之后（示例）']);
    expect(await found('改名之前')).toEqual([]);
  });

  it('is not to be written by hand', async () => {
    const mine = await draft(cms.payload, desk.people.author!);
    const login = await cms.payload.findByID({ collection: 'users', id: desk.people.author!.id });
    const { token } = await cms.payload.login({
      collection: 'users',
      data: { email: login.email, password: 'correct horse battery' },
    });
    await desk.raw(`stories/${mine.id}`, {
      method: 'PATCH',
      headers: { ...json, Authorization: `JWT ${token}` },
      body: JSON.stringify({ searchText: '招摇' }),
    });
    expect(await found('招摇')).toEqual([]);
  });
});

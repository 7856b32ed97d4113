import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dailyId } from '../../campaigns/planner/daily.ts';
import { performReview } from '../desk/perform.ts';
import { openMongod } from '../store/testing/mongod.ts';
import { draft, release } from '../testing/story.ts';
import { pushMinute, pushScene, type PushScene } from './testing/push-scene.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());
const databases = [
  { name: 'SQLite', url: undefined as string | undefined },
  ...('url' in mongod ? [{ name: 'MongoDB', url: mongod.url as string | undefined }] : []),
];

describe.each(databases)('a push without a campaign on $name', ({ url }) => {
  let scene: PushScene;
  beforeAll(async () => {
    scene = await pushScene(url);
  });
  afterAll(async () => {
    await scene.close();
    delete process.env.CMS_TEST_MONGODB_URL;
  });
  const copies = async (id: string) =>
    (await scene.store.list({ postIds: [id] })).map(({ campaignId, channel, state }) => [campaignId, channel, state]);

  it('asked for by one, confirmed by another, goes out once, in the words that were confirmed', async () => {
    const own = [{ channel: 'weibo', text: '老秤还准：秤杆上的十六颗星，今天讲给孩子听。' }];
    const asked = await scene.ask('author', { words: own });
    expect(asked).toMatchObject({
      status: 200,
      message: expect.stringMatching(/^已提出：《一杆老秤（示例）》.*10:30.*发到微博/),
    });
    const { id } = asked;
    await scene.minute();
    expect(await copies(id)).toEqual([]);
    expect((await scene.planned()).gaps).toMatchObject([
      { postId: id, channel: 'weibo', reason: '还没有第二人确认：确认以后才会发出。' },
    ]);
    expect(await scene.confirm('author', id)).toMatchObject({ status: 403 });
    expect(await scene.confirm('signer', id)).toMatchObject({
      status: 200,
      message: expect.stringContaining('已确认'),
    });
    await scene.minute();
    await scene.minute();
    expect(await copies(id)).toEqual([[dailyId, 'weibo', 'confirmed']]);
    const posted = scene.onWeibo();
    expect(posted.map(({ text }) => text)).toEqual([expect.stringContaining(own[0]!.text)]);
    expect(posted[0]?.text).not.toContain('两步，每年两次免费');
    expect(await scene.change('author', id, { time: '11:00' })).toMatchObject({
      status: 409,
      message: expect.stringContaining('已经在微博发出或处理过，不能再改'),
    });
    expect(await scene.cancel('author', id)).toMatchObject({
      status: 409,
      message: expect.stringContaining('撤回稿件'),
    });
  });

  it('changed after it was confirmed waits again; what waited to go out is taken out and comes back once', async () => {
    const { id } = await scene.ask('author', { time: '15:00' });
    await scene.confirm('signer', id);
    await scene.minute();
    expect(await copies(id)).toEqual([[dailyId, 'weibo', 'pending']]);
    expect(await scene.change('author', id, { time: '15:30' })).toMatchObject({ status: 200 });
    await scene.minute();
    expect(await copies(id)).toEqual([[dailyId, 'weibo', 'skipped']]);
    await scene.confirm('signer', id);
    await scene.minute();
    const [again] = await scene.store.list({ postIds: [id] });
    expect(again).toMatchObject({ state: 'pending', plannedAt: new Date(pushMinute.at.getTime() + 5 * 3_600_000) });
    expect(await scene.cancel('reviewer1', id)).toMatchObject({ status: 200 });
    await scene.minute();
    expect(await copies(id)).toEqual([[dailyId, 'weibo', 'skipped']]);
  });

  it('of two at once one does it: the same asked for twice, and a change that crosses a confirmation', async () => {
    const twice = await Promise.all([scene.ask('author', { time: '16:00' }), scene.ask('signer', { time: '16:00' })]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const id = twice.find(({ status }) => status === 200)?.id ?? '';
    const seen = await scene.wording(id);
    await scene.change('admin', id, { time: '16:20' });
    expect(await scene.post('signer', `${id}/confirm`, { seen })).toMatchObject({
      status: expect.any(Number),
      message: expect.stringMatching(/刚刚被别人改过|是您提出/),
    });
    expect((await scene.planned()).create).toEqual([]);
    // Cancelled, its place is free again.
    await scene.cancel('author', id);
    expect(await scene.ask('author', { time: '16:20' })).toMatchObject({ status: 200 });
  });

  it('its story withdrawn meanwhile: nothing goes out, whoever confirms is told, the desk sees why', async () => {
    const { id: story } = await scene.signed('要撤的一篇（示例）');
    const { id } = await scene.ask('author', { story, time: '17:00' });
    await performReview(
      { payload: scene.payload },
      { storyId: story, act: 'withdraw', person: scene.staff.signer, note: '事实有误，先撤下。' },
    );
    expect(await scene.confirm('signer', id)).toMatchObject({
      status: 422,
      message: '《要撤的一篇（示例）》没有在用的签发稿（没有签发、已经撤回或下线），不能推送。',
    });
    expect(await scene.ask('author', { story, time: '17:30' })).toMatchObject({ status: 422 });
    expect((await scene.planned()).gaps.find(({ postId }) => postId === id)?.reason).toContain('没有在用的签发稿');
  });

  it('a newer signature: without words of its own the newest goes out, own words wait for somebody to read them again', async () => {
    const { id: story } = await scene.signed('要改的一篇（示例）');
    const plain = await scene.ask('author', { story, time: '18:00' });
    const worded = await scene.ask('author', {
      story,
      time: '19:30',
      words: [{ channel: 'weibo', text: '原来的一句话。' }],
    });
    for (const { id } of [plain, worded]) await scene.confirm('signer', id);
    await scene.payload.update({ collection: 'stories', id: story, data: { summary: '改过的摘要。' }, depth: 0 });
    await release(scene.payload, story, scene.staff);
    const { create, gaps } = await scene.planned();
    expect(create.filter(({ postId }) => postId === plain.id)).toHaveLength(1);
    expect(create.filter(({ postId }) => postId === worded.id)).toEqual([]);
    expect(gaps.find(({ postId }) => postId === worded.id)?.reason).toContain('稿件有了新签发的内容');
    expect(await scene.confirm('signer', worded.id)).toMatchObject({ status: 200 });
    expect((await scene.planned()).create.map(({ postId }) => postId)).toContain(worded.id);
  });

  it('a row that cannot be read stops no other, and nothing of it is taken for cancelled', async () => {
    const { id: story } = await scene.signed('坏的一条（示例）');
    const { id } = await scene.ask('author', { story, time: '20:00' });
    await scene.confirm('signer', id);
    await scene.minute();
    await scene.payload.db.updateOne({
      collection: 'daily-posts',
      id,
      data: { channels: { half: true } },
      returning: false,
    });
    await scene.minute();
    expect(await copies(id)).toEqual([[dailyId, 'weibo', 'pending']]);
    expect(await scene.confirm('signer', id)).toMatchObject({
      status: 409,
      message: expect.stringContaining('数据坏了'),
    });
  });

  it('a story with 定时上线 and 定时下线 is pushed between them, and at no other time', async () => {
    const showing = {
      from: new Date(pushMinute.at.getTime() - 3_600_000),
      until: new Date(pushMinute.at.getTime() + 3_600_000),
    };
    const { id: story } = await scene.signed('定时的一篇（示例）', {}, showing);
    const ask = (time: string) => scene.ask('author', { story, time });
    expect(await ask('09:29')).toMatchObject({ status: 422, message: expect.stringMatching(/定时.*09:30 上线/) });
    expect(await ask('11:30')).toMatchObject({ status: 422, message: expect.stringMatching(/定时.*11:30 下线/) });
    const { id, status } = await ask('11:29');
    expect(status).toBe(200);
    expect(await scene.confirm('signer', id)).toMatchObject({ status: 200 });
    expect((await scene.planned()).create.map(({ postId }) => postId)).toContain(id);
  });

  it('a story that nobody has signed cannot be pushed', async () => {
    const { id: story } = await draft(scene.payload, scene.staff.author, { title: '还没签的（示例）' });
    expect(await scene.ask('author', { story })).toMatchObject({
      status: 422,
      message: expect.stringContaining('没有在用的签发稿'),
    });
    expect(await scene.ask('author', { story: 'no-such-row' })).toMatchObject({
      status: 422,
      message: '没有这篇稿件：它可能刚被删掉。',
    });
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { showView } from '../admin/testing/view.ts';
import { PushView } from '../admin/push/PushView.tsx';
import { plannedChannels } from '../checking/findings/channel-findings.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { insertDailyPost, writerOf } from './keep.ts';
import { lookAtPush } from './look.ts';
import { orderOf } from './order.ts';
import { pushMinute, pushScene, type PushScene } from './testing/push-scene.ts';

let scene: PushScene;
beforeAll(async () => {
  scene = await pushScene();
});
afterAll(() => scene.close());
const hour = 3_600_000;
const page = (post: string) => showView(PushView, scene.payload, scene.desk.people.signer!, { post });

it('a channel that is no more can be taken back: its box stands there and says so', async () => {
  const now = systemClock.now();
  const order = orderOf(
    { ...scene.order({ channels: ['weibo', 'gone'] }), words: [], festive: false, misfire: 'late', misfireWindow: 60 },
    new Date(pushMinute.at.getTime() + 2 * hour),
  );
  const writer = writerOf(scene.staff.author, now);
  const id = await insertDailyPost(scene.payload, order, { title: '一杆老秤（示例）', writer, now });
  const sheet = await lookAtPush({ payload: scene.payload, person: scene.staff.signer, now }, id ?? '');
  expect(sheet.refusals).toEqual(['没有名为“gone”的渠道：请从列表里选。']);
  expect(sheet.choices.find((choice) => choice.id === 'gone')).toMatchObject({
    name: 'gone',
    why: '没有名为“gone”的渠道：请从列表里选。',
  });
  expect(sheet.choices.filter((choice) => choice.id === 'weibo')).toHaveLength(1);
  expect(await scene.change('author', id ?? '', { time: '12:30' })).toMatchObject({ status: 200 });
});

it('of what is over nothing is asked for any more: no sentence about its minute, and how it ended', async () => {
  const { id } = await scene.ask('author', { time: '10:40' });
  await scene.confirm('signer', id);
  scene.clock.set(new Date(pushMinute.at.getTime() + hour));
  await scene.minute();
  const later = {
    payload: scene.payload,
    person: scene.staff.signer,
    now: new Date(pushMinute.at.getTime() + 3 * hour),
  };
  const sheet = await lookAtPush(later, id);
  expect([sheet.refusals, sheet.warnings]).toEqual([[], []]);
  expect(sheet.sentence).toMatch(/^《一杆老秤（示例）》.*发到微博：已经发出或处理过。$/);
  expect((await page(id)).texts('.cx-lead')).toEqual(['已经发出或处理过']);
  expect((await scene.look('auditor', { post: id })).post?.isOver).toBe(true);
});

it('cancelled it says so, and nothing of what would have come', async () => {
  const { id } = await scene.ask('author', { time: '15:40' });
  await scene.cancel('author', id);
  const sheet = await lookAtPush({ payload: scene.payload, person: scene.staff.signer, now: systemClock.now() }, id);
  expect(sheet.sentence).toMatch(/发到微博：已经取消，不会再发。$/);
  expect((await page(id)).texts('.cx-lead')).toEqual(['已取消']);
});

it('who did what stands in the order in which it happened', async () => {
  const { id } = await scene.ask('signer', { time: '16:10' });
  await scene.decline('reviewer1', id, '和会议撞了');
  await scene.change('author', id, { time: '16:20' });
  await scene.change('signer', id, { time: '16:40' });
  await scene.confirm('reviewer1', id);
  const { post } = await scene.look('author', { post: id });
  const verbs = post?.said.map((sentence) => /提出|改过|没有同意|确认/.exec(sentence)?.[0]);
  expect(verbs).toEqual(['没有同意', '改过', '改过', '确认']);
  const other = await scene.ask('author', { time: '16:50' });
  expect((await scene.look('author', { post: other.id })).post?.said).toEqual([expect.stringMatching(/ 提出$/)]);
});

it('a story is looked at for the channels of its pushes too, as long as somebody wants them', async () => {
  const { id: story } = await scene.signed('要查渠道的一篇（示例）');
  const { id } = await scene.ask('author', { story, channels: ['weibo'], time: '19:10' });
  expect((await plannedChannels(scene.payload, story)).types).toEqual(['weibo']);
  await scene.cancel('author', id);
  expect((await plannedChannels(scene.payload, story)).types).toEqual([]);
});

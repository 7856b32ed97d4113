import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { loadCalendar } from '../admin/queries/calendar.ts';
import { readPlannerInput } from '../schedule/planner-source.ts';
import { pauseChannel, resumeChannel } from '../store/channel-pauses.ts';
import { pushMinute, pushScene, type PushScene } from './testing/push-scene.ts';

let scene: PushScene;
beforeAll(async () => {
  scene = await pushScene();
});
afterAll(() => scene.close());

it('cancelled half-way: what had gone out takes of the quota, stands on the calendar, and is told of', async () => {
  const { id } = await scene.ask('author', { channels: ['weibo', 'wechat'] });
  await scene.confirm('signer', id);
  const weibo = async () =>
    (await scene.look('author', { time: '10:40' })).choices
      .find((one) => one.id === 'weibo')
      ?.room.find(({ per }) => per === 'hour')?.left;
  const room = await weibo();
  await pauseChannel(scene.payload, { channel: 'wechat', reason: '换密码', by: '示例', at: systemClock.now() });
  await scene.minute();
  expect(scene.onWeibo()).toHaveLength(1);
  expect(await scene.cancel('author', id)).toMatchObject({
    status: 200,
    warnings: [expect.stringContaining('已经在微博发出的还在')],
  });
  await scene.minute();
  expect(await weibo()).toBe(room);
  const { warnings } = await scene.look('author', { time: '17:00' });
  expect(warnings).toEqual(['《一杆老秤（示例）》在微博已经发过一次（日常推送）。']);
  const [year, month] = pushMinute.day.split('-').map(Number);
  const { weeks } = await loadCalendar(scene.payload, year!, month!, pushMinute.at);
  const shown = weeks.flatMap(({ days }) => days.flatMap(({ posts }) => posts));
  expect(shown.filter((post) => post.id === id)).toMatchObject([{ channels: ['weibo'], over: true }]);
  await resumeChannel(scene.payload, { channel: 'wechat', by: '示例', at: systemClock.now() });
  // What waited is out of the queue for good, and nothing is missed.
  const { create, gaps, rearm } = await scene.planned();
  expect([create, rearm, gaps.filter(({ postId }) => postId === id)]).toEqual([[], [], []]);
  const states = (await scene.store.list({ postIds: [id] })).map(({ channel, state }) => `${channel} ${state}`);
  expect(states.toSorted()).toEqual(['wechat skipped', 'weibo confirmed']);
});

it('the planner counts it too', async () => {
  const { campaigns } = await readPlannerInput(scene.payload, scene.store, scene.clock.now(), { holdStarter: false });
  expect(campaigns.flatMap(({ posts }) => posts.map(({ channels }) => channels))).toContainEqual(['weibo']);
});

it('cancelled before anything went out, nothing of it stays', async () => {
  const { id } = await scene.ask('author', { time: '18:00' });
  await scene.confirm('signer', id);
  await scene.minute();
  await scene.cancel('author', id);
  await scene.minute();
  const { warnings } = await scene.look('author', { time: '18:00', channels: ['wechat'] });
  expect(warnings).toEqual([]);
});

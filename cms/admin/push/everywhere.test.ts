import { afterAll, beforeAll, expect, it } from 'vitest';
import { dailyId } from '../../../campaigns/planner/daily.ts';
import { addDays } from '../../../campaigns/calendar/civil-day.ts';
import { loadLedger } from '../../ledger/ledger.ts';
import { readLedgerQuery } from '../../ledger/ledger-query.ts';
import { performReview } from '../../desk/perform.ts';
import { readUnsigned } from '../../ops/unsigned.ts';
import { staffIcs } from '../../programme/staff-ics.ts';
import { pushMinute, pushScene, type PushScene } from '../../push/testing/push-scene.ts';
import { loadCalendar } from '../queries/calendar.ts';
import { loadMyWork } from '../queries/my-work.ts';
import { unsignedAlerts } from '../queries/unsigned-alerts.ts';
import { showView } from '../testing/view.ts';
import { LedgerView } from '../views/LedgerView.tsx';
import { movablePosts } from '../views/move/movable-post.ts';
import { PushView } from './PushView.tsx';

let scene: PushScene;
let id: string;
const hour = 3_600_000;
const before = new Date(pushMinute.at.getTime() - 20 * hour);
const after = new Date(pushMinute.at.getTime() + hour);
beforeAll(async () => {
  scene = await pushScene();
  id = (await scene.ask()).id;
});
afterAll(() => scene.close());

const who = (name: string) => scene.desk.people[name]!;
const tasks = async (name: string, group: string, now = before) => {
  const work = await loadMyWork(scene.payload, { person: who(name), now, campaigns: [], occasions: [] });
  return work.find((one) => one.name === group)?.tasks.filter((task) => task.id === `push/${id}`) ?? [];
};
const calendar = async () => {
  const [year, month] = pushMinute.day.split('-').map(Number);
  return loadCalendar(scene.payload, year!, month!, before);
};
const inCalendar = async () => {
  const days = (await calendar()).weeks.flatMap((week) => week.days);
  return days.find(({ day }) => day === pushMinute.day)?.posts.find((post) => post.id === id);
};
const view = (name: string, params: Record<string, string>) => showView(PushView, scene.payload, who(name), params);

it('今日: it waits for those who may confirm it, until its minute; for nobody else', async () => {
  expect(await tasks('signer', '等我确认')).toMatchObject([
    {
      title: '推送《一杆老秤（示例）》',
      button: '核对',
      href: `/admin/push?post=${id}`,
      detail: expect.stringMatching(/^明天 10:30 发到微博；.*提出，等另一个人确认$/),
    },
  ]);
  for (const name of ['author', 'admin', 'auditor', 'reviewer1', 'secrecy'])
    expect(await tasks(name, '等我确认')).toEqual([]);
  expect(await tasks('signer', '等我确认', after)).toEqual([]);
});

it('not agreed to, it comes back to whoever asked, with the reason', async () => {
  await scene.decline('signer', id, '和会议撞了');
  expect(await tasks('signer', '等我确认')).toEqual([]);
  expect(await tasks('author', '退回给我')).toMatchObject([
    { button: '修改', detail: expect.stringContaining('和会议撞了') },
  ]);
  expect(await tasks('admin', '退回给我')).toEqual([]);
  await scene.change('author', id, { channels: ['weibo', 'wechat'] });
  expect(await tasks('author', '退回给我')).toEqual([]);
  expect(await tasks('signer', '等我确认')).toHaveLength(1);
});

it('日历: it stands on its day as 日常推送, marked while nobody has confirmed it, and is not dragged', async () => {
  expect(await inCalendar()).toMatchObject({
    campaign: '日常推送',
    campaignId: dailyId,
    unsigned: '还没有第二人确认',
    over: false,
  });
  expect(movablePosts(await calendar()).map((post) => post.id)).not.toContain(id);
});

it('要您拿主意: two within an hour of one channel are told of, and each leads to its own page', async () => {
  const other = await scene.ask('author', { time: '10:50' });
  const { conflicts } = await calendar();
  expect(conflicts.filter(({ kind }) => kind === 'same-hour')).toMatchObject([
    { isDaily: true, postId: other.id, message: expect.stringContaining('微博一小时内有两条推送：10:30“日常推送”的') },
  ]);
  await scene.cancel('author', other.id);
  expect((await calendar()).conflicts.filter(({ kind }) => kind === 'same-hour')).toEqual([]);
});

const onPhones = async () => {
  const address = { adminUrl: 'https://desk.example', host: 'cx.example', siteName: '诚信示例' };
  const ics = (await staffIcs(scene.payload, before, address)).replaceAll('\r\n ', '');
  return (post: string) => ics.split('BEGIN:VEVENT').find((event) => event.includes(`UID:post-${post}@`)) ?? null;
};

it('the calendar that phones subscribe to has it, with the way to it: tentative until somebody has confirmed it', async () => {
  expect((await onPhones())(id)).toContain(`/admin/push?post=${id}`);
  expect((await onPhones())(id)).toMatch(/日常推送[^]*还没有第二人确认[^]*STATUS:TENTATIVE/);
  const other = await scene.ask('author', { time: '16:50' });
  await scene.confirm('signer', other.id);
  expect((await onPhones())(other.id)).toContain('STATUS:CONFIRMED');
  expect((await onPhones())(other.id)).not.toContain('确认以后');
  await scene.cancel('author', other.id);
  expect((await onPhones())(other.id)).toBeNull();
});

it('a push of a story that waits for its minute (定时上线) is on the desk of whoever confirms', async () => {
  const showing = { from: new Date(pushMinute.at.getTime() - hour), until: null };
  const { id: story } = await scene.signed('等上线的一篇（示例）', {}, showing);
  const asked = await scene.ask('author', { story, time: '16:40' });
  const work = await loadMyWork(scene.payload, { person: who('signer'), now: before, campaigns: [], occasions: [] });
  const waiting = work.find((one) => one.name === '等我确认')?.tasks.map((task) => task.id);
  expect(waiting).toContain(`push/${asked.id}`);
  await scene.cancel('author', asked.id);
});

it('past its minute and never confirmed: said on 今日 and in the ledger, with the way to it', async () => {
  const late = new Date(addDays(pushMinute.day, 1));
  expect((await readUnsigned(scene.payload, late)).find(({ postId }) => postId === id)).toMatchObject({
    campaign: '日常推送',
    missed: true,
    why: '还没有第二人确认',
  });
  expect((await unsignedAlerts(scene.payload, late)).find((alert) => alert.id === `unsigned-${id}`)).toMatchObject({
    word: '到点没有发',
    what: expect.stringContaining('到点没有发：还没有第二人确认。'),
    href: `/admin/push?post=${id}`,
  });
  // Before, whoever confirms has it among their matters; an alarm to everybody would be noise.
  expect((await unsignedAlerts(scene.payload, before)).map((alert) => alert.id)).not.toContain(`unsigned-${id}`);
  const { missed } = await loadLedger(scene.payload, readLedgerQuery({ campaign: dailyId }).query, late);
  expect(missed.map(({ postId }) => postId)).toEqual([id]);
});

it('a push whose story was withdrawn: what is asked for is a signature, another time alone would be refused', async () => {
  const { id: story } = await scene.signed('先撤下的一篇（示例）');
  const { id: post } = await scene.ask('author', { story, time: '17:50' });
  await scene.confirm('signer', post);
  const withdrawal = {
    storyId: story,
    act: 'withdraw',
    person: scene.staff.signer,
    note: '事实有误，先撤下。',
  } as const;
  await performReview({ payload: scene.payload }, withdrawal);
  const told = async (now: Date) =>
    (await unsignedAlerts(scene.payload, now)).find((alert) => alert.id === `unsigned-${post}`)?.advice;
  expect(await told(before)).toBe('请在那之前完成终审签发，或取消这一条。');
  expect(await told(new Date(addDays(pushMinute.day, 1)))).toBe(
    '还要发就签发稿件，再给这一条改个时间、请人确认；不发了就取消这一条。',
  );
  await scene.cancel('author', post);
});

it('confirmed: no mark, no matter; gone out it stands in the ledger, found by 日常推送', async () => {
  await scene.change('author', id, { channels: ['weibo'] });
  await scene.confirm('signer', id);
  expect(await tasks('signer', '等我确认')).toEqual([]);
  expect((await inCalendar())?.unsigned).toBeNull();
  await scene.minute();
  expect((await inCalendar())?.over).toBe(true);
  const { groups, total } = await loadLedger(scene.payload, readLedgerQuery({ campaign: dailyId }).query, after);
  expect([total, groups[0]?.rows[0]?.state]).toEqual([1, 'confirmed']);
  const { find } = await showView(LedgerView, scene.payload, who('admin'), { campaign: dailyId });
  expect(find('select[name=campaign] option[selected]')?.textContent).toBe('日常推送');
});

it('its page says how it stands and who did what; what is not there is said', async () => {
  const { html, texts, trail } = await view('auditor', { post: id });
  expect(texts('h1')).toEqual(['推送《一杆老秤（示例）》']);
  expect(texts('.cx-lead')).toEqual(['已经发出或处理过']);
  expect(html).toMatch(/提出|改过/);
  expect(texts('.cx-push__sentence')[0]).toMatch(/^《一杆老秤（示例）》.*发到微博：已经发出或处理过。$/);
  expect(trail).toEqual(['日历', '日常推送']);
  expect((await view('author', { post: 'no-such-row' })).texts('.cx-empty')).toEqual([
    '没有这一条日常推送，请刷新页面。',
  ]);
  const nothing = await view('author', {});
  expect(nothing.html).toContain('没有这篇稿件');
});

it('a story’s page offers it to those who may ask', async () => {
  const offered = async (name: string) => {
    const answer = await scene.desk.get(name, `stories/${scene.story.id}/review`);
    return ((await answer.response.json()) as { mayPush: boolean }).mayPush;
  };
  expect([await offered('author'), await offered('signer'), await offered('admin')]).toEqual([true, true, true]);
  expect([await offered('reviewer1'), await offered('auditor')]).toEqual([false, false]);
});

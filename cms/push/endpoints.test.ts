import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../campaigns/calendar/civil-day.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { sampleId } from '../checking/testing/sample-id.ts';
import { pauseChannel, resumeChannel } from '../store/channel-pauses.ts';
import { quietDays } from '../../campaigns/planner/quiet-days.ts';
import { loadYear } from '../schedule/year.ts';
import { actsInTrail } from './testing/acts-in-trail.ts';
import { insertDailyPost, writerOf } from './keep.ts';
import { orderOf } from './order.ts';
import { pushMinute, pushScene, type PushScene } from './testing/push-scene.ts';

let scene: PushScene;
beforeAll(async () => {
  scene = await pushScene();
});
afterAll(() => scene.close());
const words = (text: string, channel = 'weibo') => ({ words: [{ channel, text }] });

describe('asking', () => {
  it('is for those who plan; a stranger learns nothing', async () => {
    expect((await scene.ask(null)).status).toBe(401);
    for (const who of ['reviewer1', 'secrecy', 'auditor'])
      expect(await scene.ask(who)).toMatchObject({ status: 403, message: '只有采编、终审人和管理员可以提出推送。' });
    expect((await scene.payload.count({ collection: 'daily-posts' })).totalDocs).toBe(0);
  });

  it.each<[string, object, string]>([
    ['no channel', { channels: [] }, '请至少选一个渠道。'],
    ['a channel that is not there', { channels: ['douyin'] }, '没有名为“douyin”的渠道：请从列表里选。'],
    ['no day of the calendar', { day: '2026-02-30' }, '日期不对：请写成 2026-06-14 这样，并且真有这一天。'],
    ['a time in words', { time: '早上九点' }, '时刻不对：请写成 09:00 这样的 24 小时制时分。'],
    ['a day in another age', { day: '9999-12-31' }, '日常推送只能排在400天以内'],
    ['a day before all calendars', { day: '0001-01-01' }, '已经过去了'],
    ['a day that is over', { day: '2020-06-16' }, '6月16日 10:30 已经过去了：请选现在以后的时间。'],
    [
      'a field of its own',
      { force: true },
      '推送只收 story、channels、day、time、words、festive、misfire、misfireWindow，请核对。',
    ],
    [
      'words where there is no place for any',
      { channels: ['press'], ...words('一句话', 'press') },
      '没有地方放自己写的话',
    ],
    ['too many words', words('长'.repeat(101)), '微博的标题以后的一段话最多100字，现在101字，请缩短。'],
    ['endless words', words('长'.repeat(301)), '自己写的话最多300字，请缩短。'],
    ['an ID number in the words', words(`证件号${sampleId(3)}`), '完整的身份证件号码'],
    ['somebody blamed in the words', words('剑阁县居民张三丰拖欠货款，是失信被执行人。'), '不能指名批评'],
    ['half an hour of grace for ever', { misfireWindow: 99_999 }, '补发时限不对'],
  ])('refuses %s', async (_, over, sentence) => {
    const { message, status } = await scene.ask('author', over);
    expect([status, message]).toEqual([422, expect.stringContaining(sentence)]);
    expect(message).not.toContain(sampleId(3));
    // Nobody has pressed 保存.
    expect(message).not.toMatch(/没有保存|其他内容都还在/);
  });

  it('keeps what people see and nothing else, as in every public text: nothing turns a name round or hides', async () => {
    const { form } = await scene.look('author', words('  老\u200b秤\u202e还准\ud83d\n\u0000两步。 '));
    expect(form.words).toEqual([{ channel: 'weibo', text: '老秤还准 两步。' }]);
    const hidden = sampleId(5).split('').join('\u2060');
    expect(await scene.ask('author', words(`证件号${hidden}`))).toMatchObject({
      status: 422,
      message: expect.stringContaining('完整的身份证件号码'),
    });
    const { id } = await scene.ask('author', { time: '09:10' });
    expect(await scene.cancel('author', id, '\u200b\u200b\u2060')).toMatchObject({ status: 422 });
    expect(await scene.cancel('author', id)).toMatchObject({ status: 200 });
  });

  it('refuses what is not even JSON', async () => {
    expect((await scene.desk.post('author', 'daily-posts/ask', '{"story": ')).status).toBe(422);
  });

  it('festive content on a quiet day is refused, other content is warned of', async () => {
    const year = Number(pushMinute.day.slice(0, 4));
    const day = [...quietDays(await loadYear(scene.payload, year))].sort()[0] ?? '';
    expect(await scene.ask('author', { day, festive: true })).toMatchObject({
      status: 422,
      message: expect.stringContaining('是静默日，不发节庆内容'),
    });
    const { refusals, warnings } = await scene.look('author', { day });
    expect([refusals, warnings]).toEqual([[], [expect.stringContaining('静默日')]]);
  });

  it('a paused channel is refused for today and tomorrow, and told of for later', async () => {
    const now = systemClock.now();
    await pauseChannel(scene.payload, { channel: 'weibo', reason: '换密码', by: '示例', at: now });
    const soon = { day: addDays(now.toISOString().slice(0, 10), 1), time: '00:10' };
    const near = await scene.look('author', soon);
    expect(near.choices.find(({ id }) => id === 'weibo')?.why).toContain('已暂停（换密码）');
    const far = await scene.look('author');
    expect([far.refusals, far.warnings]).toEqual([[], ['微博：现在暂停着（换密码），到时还没恢复就等着。']]);
    await resumeChannel(scene.payload, { channel: 'weibo', by: '示例', at: now });
  });

  it('when the platform takes no more that hour it is refused, and the box says how many are left', async () => {
    const weibo = async () => (await scene.look('author')).choices.find(({ id }) => id === 'weibo');
    const rule = (await weibo())?.room.find(({ per }) => per === 'hour');
    expect(rule?.left).toBe(rule?.limit);
    const writer = writerOf(scene.staff.author, systemClock.now());
    for (let i = 1; i <= (rule?.limit ?? 0); i += 1) {
      const at = new Date(pushMinute.at.getTime() + i * 60_000);
      const order = {
        ...orderOf({ ...scene.order(), words: [], festive: false, misfire: 'late', misfireWindow: 60 }, at),
      };
      await insertDailyPost(scene.payload, order, { title: '满了（示例）', writer, now: systemClock.now() });
    }
    const full = await weibo();
    expect(full?.room.find(({ per }) => per === 'hour')?.left).toBe(0);
    expect(await scene.ask('author')).toMatchObject({
      status: 422,
      message: expect.stringMatching(/^微博3月24日 10:30 前后一小时内已经排满（平台只收 \d+ 条）：请换个时间。/),
    });
    await scene.payload.delete({ collection: 'daily-posts', where: { title: { equals: '满了（示例）' } } });
    expect((await weibo())?.room.find(({ per }) => per === 'hour')?.left).toBe(rule?.limit);
  });
});

describe('looking', () => {
  it('without a time the next good slot is meant; nothing is kept', async () => {
    const before = (await scene.payload.count({ collection: 'daily-posts' })).totalDocs;
    const sheet = await scene.look('author', { day: undefined, time: undefined });
    expect([sheet.form.day, sheet.form.time]).toEqual([sheet.next?.day, sheet.next?.time]);
    expect(sheet.sentence).toMatch(
      /^《一杆老秤（示例）》.*发到微博；另一个人确认以后才会发出。万一错过，180分钟以内补发/,
    );
    expect((await scene.payload.count({ collection: 'daily-posts' })).totalDocs).toBe(before);
  });

  it('shows each channel as it will be, in the words that are typed', async () => {
    const { previews } = await scene.look('author', {
      channels: ['weibo', 'wechat', 'press', 'site'],
      words: [{ channel: 'wechat', text: '给关注者的一句。' }],
    });
    const of = (channel: string) => previews.find((one) => one.channel === channel);
    expect(of('wechat')).toMatchObject({ kind: 'page', lead: '给关注者的一句。' });
    expect(of('weibo')).toMatchObject({ kind: 'text', text: expect.stringContaining('两步，每年两次免费。') });
    expect(of('press')).toMatchObject({ kind: 'page', html: expect.stringContaining('一杆老秤') });
    expect(of('site')).toBeUndefined();
  });

  it('an auditor sees it all and why they may do nothing', async () => {
    const { whyNot } = await scene.look('auditor');
    expect(whyNot).toMatchObject({ ask: expect.any(String), decide: expect.any(String), cancel: expect.any(String) });
  });
});

describe('the second person', () => {
  it('is another one; of the two one is a signer', async () => {
    const { id } = await scene.ask('author', { time: '11:10' });
    for (const who of ['author', 'admin', 'auditor'])
      expect(await scene.confirm(who, id)).toMatchObject({
        status: 403,
        message: '确认推送要由初审、复审或终审人来按。',
      });
    expect(await scene.confirm('reviewer1', id)).toMatchObject({
      status: 403,
      message: expect.stringContaining('请终审人来确认'),
    });
    const signers = await scene.ask('signer', { time: '11:20' });
    expect(await scene.confirm('signer', signers.id)).toMatchObject({
      status: 403,
      message: expect.stringContaining('您提出或改过'),
    });
    expect(await scene.confirm('reviewer2', signers.id)).toMatchObject({ status: 200 });
    expect(await scene.confirm('reviewer1', signers.id)).toMatchObject({
      status: 200,
      message: '已经确认过了，不用再确认一次。',
    });
  });

  it('who does not agree says why; nobody else may wave it through, changed it is looked at anew', async () => {
    const { id } = await scene.ask('signer', { time: '11:30' });
    expect(await scene.decline('reviewer1', id, '')).toMatchObject({
      status: 422,
      message: expect.stringContaining('请写一句原因'),
    });
    expect(await scene.decline('reviewer1', id, `看${sampleId(4)}`)).toMatchObject({ status: 422 });
    expect(await scene.decline('reviewer1', id, '和会议撞了')).toMatchObject({ status: 200 });
    expect(await scene.confirm('reviewer2', id)).toMatchObject({
      status: 409,
      message: expect.stringContaining('没有同意这一条'),
    });
    expect((await scene.planned()).create).not.toContainEqual(expect.objectContaining({ postId: id }));
    expect(await scene.change('signer', id, { time: '11:30' })).toMatchObject({
      status: 422,
      message: expect.stringContaining('没有改动'),
    });
    expect(await scene.change('signer', id, { time: '11:40' })).toMatchObject({ status: 200 });
    expect(await scene.confirm('reviewer2', id)).toMatchObject({ status: 200 });
  });

  it('whoever declined may think better of it', async () => {
    const { id } = await scene.ask('signer', { time: '11:50' });
    await scene.decline('reviewer1', id);
    expect(await scene.confirm('reviewer1', id)).toMatchObject({ status: 200 });
    expect((await scene.planned()).create).toContainEqual(expect.objectContaining({ postId: id }));
  });

  it('decides on what was on the page: moved on meanwhile, it is looked at again', async () => {
    const { id } = await scene.ask('signer', { time: '12:00' });
    const seen = await scene.wording(id);
    await scene.change('signer', id, { time: '12:10' });
    for (const [act, more] of [
      ['confirm', {}],
      ['decline', { reason: '不合适' }],
      ['cancel', { reason: '不发了' }],
    ] as const)
      expect(await scene.post('reviewer1', `${id}/${act}`, { seen, ...more })).toMatchObject({
        status: 409,
        message: expect.stringContaining('刚刚被别人改过或取消了'),
      });
    expect(await scene.post('reviewer1', `${id}/confirm`, { seen: 'x' })).toMatchObject({ status: 422 });
  });

  it('cancelled it is over for everybody; what is not there is said', async () => {
    const { id } = await scene.ask('author', { time: '12:20' });
    expect(await scene.cancel('auditor', id)).toMatchObject({ status: 403 });
    expect(await scene.cancel('reviewer1', id)).toMatchObject({ status: 200 });
    for (const did of [
      await scene.confirm('signer', id),
      await scene.cancel('author', id),
      await scene.change('author', id),
    ])
      expect(did).toMatchObject({ status: 409, message: expect.stringContaining('已经取消了') });
    expect(await scene.post('signer', 'no-such-row/confirm', { seen: await scene.wording(id) })).toMatchObject({
      status: 404,
      message: '没有这一条日常推送，请刷新页面。',
    });
  });
});

it('no form and no other door writes one', async () => {
  const { id } = await scene.ask('author', { time: '12:30' });
  for (const who of ['author', 'signer', 'admin']) {
    expect((await scene.desk.post(who, 'daily-posts', { title: '假的' })).status).toBe(403);
    const init = { method: 'PATCH', body: JSON.stringify({ state: 'cancelled' }) };
    expect((await scene.desk.send(who, `daily-posts/${id}`, init)).status).toBe(403);
    expect((await scene.desk.send(who, `daily-posts/${id}`, { method: 'DELETE' })).status).toBe(403);
  }
});

it('who asked, confirmed and cancelled stands in the trail in words', async () => {
  const { id } = await scene.ask('author', { time: '12:40' });
  await scene.confirm('signer', id);
  await scene.cancel('author', id);
  expect(await actsInTrail(scene.payload, id)).toEqual(['提出推送', '确认推送', '取消推送']);
});

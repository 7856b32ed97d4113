import { afterAll, beforeAll, expect, it } from 'vitest';
import { civilDay, instantOf, partsOf } from '../../campaigns/calendar/civil-day.ts';
import { createManualClock } from '../../campaigns/outbox/engine/manual-clock.ts';
import { asUser } from '../testing/people.ts';
import { draft, newsroom, release, type Desk } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';

let cms: TestCms;
let desk: Desk;
let timed: string;
let campaign: string;
const year = partsOf(civilDay(new Date())).year + 1;
const at = (day: string, time = '09:00') => instantOf(`${year}-${day}`, time);

beforeAll(async () => {
  cms = await testCms();
  desk = await newsroom(cms.payload);
  timed = (await draft(cms.payload, desk.author)).id;
  const clock = createManualClock(at('11-20'));
  await release(cms.payload, timed, desk, clock, { from: at('12-04'), until: at('12-10', '17:30') });
  const data = {
    title: '宪法日',
    slug: 'constitution',
    theme: '说到做到',
    standfirst: '说到做到',
    occasion: 'constitution-day',
    year,
    phases: [{ name: '当天', startOffset: 0, endOffset: 3 }],
  };
  campaign = (await cms.payload.create({ collection: 'campaigns', data: data as never })).id;
});
afterAll(() => cms.close());

let count = 0;
const post = (more: object, user = true) => {
  count += 1;
  const data = {
    campaign,
    story: timed,
    label: '当天',
    slug: `p${count}`,
    channels: ['weibo'],
    anchor: 'start',
    offsetDays: 0,
    time: '09:00',
    misfire: 'late',
    misfireWindow: 60,
    ...more,
  };
  const by = user ? { overrideAccess: false, user: asUser(desk.signer) } : {};
  return cms.payload.create({ collection: 'posts', data: data as never, depth: 0, ...by });
};
const change = (id: string, data: object) =>
  cms.payload.update({
    collection: 'posts',
    id,
    data: data as never,
    depth: 0,
    overrideAccess: false,
    user: asUser(desk.signer),
  });

it.each([
  ['a day before, counted from its occasion', { offsetDays: -1 }, /12月4日 09:00 上线，12月3日 09:00 还不能发/],
  ['a minute before', { at: at('12-04', '08:59').toISOString() }, /08:59 还不能发/],
  ['at its end', { at: at('12-10', '17:30').toISOString() }, /12月10日 17:30 下线，12月10日 17:30 不再发/],
])('a post outside the time of its story is refused while it is being written: %s', async (_, when, sentence) => {
  await expect(post(when)).rejects.toThrow(sentence);
});

it('at its minute and until its end it is saved, as is one without a story, and what the system writes', async () => {
  for (const when of [{}, { at: at('12-10', '17:29').toISOString() }, { story: null, offsetDays: -9 }])
    expect(await post(when)).toMatchObject({ label: '当天' });
  expect(await post({ offsetDays: -9 }, false)).toMatchObject({ offsetDays: -9 });
});

it('moved or given that story it is asked again; one that stands outside may be changed in everything else', async () => {
  const inside = await post({});
  await expect(change(inside.id, { time: '08:00' })).rejects.toThrow('08:00 还不能发');
  const empty = await post({ story: null, offsetDays: -2 });
  await expect(change(empty.id, { story: timed })).rejects.toThrow('还不能发');
  const outside = await post({ offsetDays: -2 }, false);
  expect(await change(outside.id, { label: '预告' })).toMatchObject({ label: '预告' });
  expect(await change(outside.id, { offsetDays: 1 })).toMatchObject({ offsetDays: 1 });
});

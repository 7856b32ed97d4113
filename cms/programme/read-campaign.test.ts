import { expect, it } from 'vitest';
import type { Campaign, Post } from '../payload-types.ts';
import { campaignOf, postOf } from './read-campaign.ts';

const row = {
  slug: 'constitution',
  year: 2026,
  occasion: 'constitution-day',
  title: '宪法日',
  theme: '说到做到',
  standfirst: '一句话',
  state: 'draft',
  phases: [{ id: 'p', name: '当天', hint: ' ', startOffset: 0, endOffset: 0 }],
} as unknown as Campaign;

it('a campaign from before there were tasks, goals and units has none of them', () => {
  expect(campaignOf(row)).toMatchObject({
    tasks: [],
    goals: [],
    units: [],
    good: [],
    avoid: [],
    actions: [],
    materialGoal: null,
    materialCount: null,
    docNo: null,
  });
});

it.each(['purpose', 'basis', 'remarks', 'outcome', 'leadUnit', 'docNo', 'confirmedOn'] as const)(
  '%s that shows nothing is not there: a document says so instead of leaving a blank',
  (name) => {
    for (const empty of [null, undefined, '', ' ', '\n\u3000'])
      expect([empty, campaignOf({ ...row, [name]: empty } as Campaign)[name]]).toEqual([empty, null]);
    expect(campaignOf({ ...row, [name]: ' 示例\n' } as Campaign)[name]).toBe('示例');
  },
);

it('nought given out is a count, and nothing entered is none', () => {
  expect(campaignOf({ ...row, materialGoal: 0, materialCount: 0 } as Campaign)).toMatchObject({
    materialGoal: 0,
    materialCount: 0,
  });
});

it('parts go without the ids of their rows, and evidence by the id of its picture, loaded or not', () => {
  const task = { id: 't', name: '送审', offsetDays: -5, unit: ' 示例局 ', evidence: '' };
  const campaign = campaignOf({
    ...row,
    actions: [{ id: 'a', label: '查信用', path: '/lists/' }],
    goals: [{ id: 'g', channel: 'wechat', posts: 2 }],
    tasks: [
      { ...task, evidenceFile: 'm1' },
      { ...task, evidenceFile: { id: 'm2', alt: '展板' } },
      { ...task, evidenceFile: null },
    ],
  } as unknown as Campaign);
  expect(JSON.stringify(campaign)).not.toContain('"id"');
  expect(campaign.phases).toEqual([{ name: '当天', hint: null, startOffset: 0, endOffset: 0 }]);
  expect(campaign.tasks.map(({ evidence, evidenceFile, unit }) => [unit, evidence, evidenceFile])).toEqual([
    ['示例局', null, 'm1'],
    ['示例局', null, 'm2'],
    ['示例局', null, null],
  ]);
});

it.each<[string, object, object]>([
  ['waits for its story', { story: null }, { storyId: null }],
  ['has its story by id', { story: 's' }, { storyId: 's' }],
  ['has its story with it', { story: { id: 's', title: '稿' } }, { storyId: 's' }],
  ['hangs on its occasion', { at: null }, { at: null }],
  [
    'has a minute of its own, written with any zone',
    { at: '2026-12-04T09:00:00+08:00' },
    { at: '2026-12-04T01:00:00.000Z' },
  ],
  ['was never said to be festive', { festive: null }, { festive: false }],
])('a post that %s', (_, more, expected) => {
  const post = { slug: 'day', label: '当天', channels: ['wechat'], anchor: 'start', offsetDays: 0, time: '09:00' };
  expect(postOf({ ...post, misfire: 'late', misfireWindow: 60, ...more } as unknown as Post)).toMatchObject(expected);
});

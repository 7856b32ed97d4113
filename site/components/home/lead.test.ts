import { expect, test } from 'vitest';
import { campaigns, occasions } from '../../testing/fixture/year.ts';
import { history, isOwnDay, kicker, leadCampaign, nextOccasion, quietDay, upcoming } from './lead.ts';

const campaign = campaigns[0]!;
const other = {
  ...campaign,
  slug: 'safety',
  start: '2026-06-01',
  end: '2026-06-30',
  occasion: { ...campaign.occasion, name: '示例月', start: '2026-06-01', day: '2026-06-01', end: '2026-06-05' },
};
const feast = {
  ...campaign,
  start: '2026-02-01',
  end: '2026-02-28',
  occasion: {
    ...campaign.occasion,
    name: '春节',
    since: null,
    ordinal: null,
    start: '2026-02-15',
    day: '2026-02-17',
    end: '2026-02-23',
  },
};

test('the campaign whose own day it is leads over one that merely runs', () => {
  expect(leadCampaign([other, campaign], '2026-06-14')?.slug).toBe('credit-record-day');
  expect(leadCampaign([other, campaign], '2026-06-03')?.slug).toBe('safety');
  expect(leadCampaign([other, campaign], '2026-08-12')).toBeNull();
});

test('red only on the own day', () => {
  expect(isOwnDay(campaign, '2026-06-14')).toBe(true);
  expect(isOwnDay(campaign, '2026-06-15')).toBe(false);
});

test('the line above the title follows the day', () => {
  expect(kicker(campaign, '2026-06-12')).toBe('后天：全国信用记录关爱日');
  expect(kicker(campaign, '2026-06-14')).toBe('今天是全国信用记录关爱日');
  expect(kicker(campaign, '2026-06-16')).toBe('全国信用记录关爱日专题，仍在进行');
  expect(kicker(other, '2026-06-03')).toBe('示例月，第3天');
});

test('a feast is on its own day, not on the first day off', () => {
  expect(kicker(feast, '2026-02-15')).toBe('后天：春节');
  expect(isOwnDay(feast, '2026-02-15')).toBe(false);
  expect(kicker(feast, '2026-02-17')).toBe('今天是春节');
  expect(kicker(feast, '2026-02-19')).toBe('春节，第3天');
  expect(isOwnDay(feast, '2026-02-19')).toBe(true);
});

test('since when and for the how many-th time, on its own day only', () => {
  expect(history(campaign, '2026-06-14')).toEqual(['始于2008年', '第19个']);
  expect(history(campaign, '2026-06-13')).toEqual([]);
  expect(history(feast, '2026-02-17')).toEqual([]);
});

test('a quiet day is known, and is nothing to look forward to', () => {
  expect(quietDay(occasions, '2026-12-13')?.name).toBe('国家公祭日');
  expect(quietDay(occasions, '2026-12-14')).toBeNull();
  expect(upcoming(occasions, '2026-12-05')).toEqual([]);
});

test('what comes next: near days counted, a month by its number, proposed ones said to be so', () => {
  const next = upcoming(occasions, '2026-06-14');
  expect(next.map(({ figure, unit }) => figure + unit)).toEqual(['6·16', '7·5', '8·20', '9月']);
  expect(next[0]?.notes).toEqual(['后天']);
  expect(next.slice(0, 2).map(({ soon }) => soon)).toEqual(['后天', '拟7月5日']);
  expect(next[1]?.notes).toEqual(['等待通知', '拟7月5日']);
  expect(next[3]?.title).toBe('第49个全国质量月');
});

test('what runs all year is nothing that comes', () => {
  const whole = { ...occasions[0]!, start: '2027-01-01', end: '2027-12-31' };
  expect(upcoming([whole], '2026-12-20')).toEqual([]);
});

test('a plain leaf names the next date that stands, counted in days', () => {
  const [proposed, standing] = [
    occasions.find(({ slug }) => slug === 'online-integrity-day')!,
    occasions.find(({ slug }) => slug === 'student-loan-integrity')!,
  ];
  expect(nextOccasion([standing, proposed], '2026-07-01')).toMatchObject({ soon: '50天后', name: '助学贷款诚信教育' });
  expect(nextOccasion([proposed], '2026-07-01')).toMatchObject({ soon: '拟7月5日' });
  expect(nextOccasion([], '2026-07-01')).toBeNull();
});

import { expect, test } from 'vitest';
import { campaigns, occasions } from '../../testing/fixture/year.ts';
import { isOwnDay, kicker, leadCampaign, quietDay, upcoming } from './lead.ts';

const campaign = campaigns[0]!;
const other = { ...campaign, slug: 'safety', start: '2026-06-01', end: '2026-06-30', occasion: { ...campaign.occasion, start: '2026-06-01', end: '2026-06-05' } };

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
  expect(kicker(other, '2026-06-03')).toBe('全国信用记录关爱日，第3天');
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

test('a span of many months is not called after its first month', () => {
  const whole = { ...occasions[0]!, start: '2027-01-01', end: '2027-12-31' };
  expect(upcoming([whole], '2026-12-20')[0]).toMatchObject({ figure: '1·1', unit: '' });
});

import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../settings/settings.ts';
import { checkClock } from './clock.ts';
import { checkDisk } from './disk.ts';
import type { ListInForce } from '../../cms/checking/lexicons/desk-lexicons.ts';
import { checkChannels } from './examine.ts';
import { judgeLexicons } from './lexicons.ts';

describe('doctor', () => {
  it('reads the clock in Beijing time and refuses an absurd one', () => {
    expect(checkClock(new Date('2026-03-15T01:00:00Z'))).toMatchObject({
      state: 'ok',
      message: expect.stringContaining('09:00:00'),
    });
    expect(checkClock(new Date('1970-01-02T00:00:00Z'))).toMatchObject({
      state: 'fail',
      message: expect.stringContaining('校准系统时间'),
    });
  });

  it('measures the free space of a real folder', async () => {
    expect((await checkDisk(tmpdir())).message).toMatch(/^剩余 \d+\.\d GiB/);
  });

  it('tells which editions of the word lists are in force, and when they want looking through', () => {
    const list = {
      slug: 'a',
      title: '错别字',
      edition: '2026-11-21',
      owner: '编辑部（示例）',
      entries: 130,
      starter: true,
    };
    const judge = (lists: ListInForce[], today: string, isLive = false) =>
      judgeLexicons(lists, today, { months: 12, isLive });
    expect(
      judge([list, { ...list, slug: 'b', entries: 5, edition: '2026-11-28', starter: false }], '2026-11-28'),
    ).toEqual({
      check: '词表',
      state: 'ok',
      message: '2张在用，共135条，其中1张是随产品带来的起步词表；最旧的是“错别字”2026-11-21版，已有7天。',
    });
    expect(judge([list], '2026-11-28', true)).toMatchObject({
      state: 'warn',
      message: expect.stringContaining('替换起步词表'),
    });
    expect(judge([{ ...list, starter: false }], '2026-11-28', true).state).toBe('ok');
    expect(judge([{ ...list, starter: false }], '2027-11-20').state).toBe('ok');
    expect(judge([{ ...list, starter: false }], '2027-11-21')).toMatchObject({
      state: 'warn',
      message: expect.stringContaining('满12个月没有新版的有“错别字”'),
    });
    expect(judge([], '2026-11-28').state).toBe('warn');
  });

  it('tells what live channels lack and when Weibo links change their host', () => {
    expect(checkChannels(readSettings({ CHANNELS: 'live' }))).toMatchObject({ state: 'fail' });
    const live = {
      CHANNELS: 'live',
      WECHAT_APP_ID: 'a',
      WECHAT_APP_SECRET: 'b',
      WEIBO_ACCESS_TOKEN: 'c',
      WEIBO_SAFE_DOMAIN: 'cx.example.gov.cn',
    };
    expect(checkChannels(readSettings(live))).toMatchObject({ state: 'warn' });
    expect(checkChannels(readSettings({ ...live, SITE_URL: 'https://www.cx.example.gov.cn' }))).toMatchObject({
      state: 'ok',
    });
  });
});

import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../settings/settings.ts';
import { checkClock } from './clock.ts';
import { checkDisk } from './disk.ts';
import { checkChannels } from './examine.ts';

describe('doctor', () => {
  it('reads the clock in Beijing time and refuses an absurd one', () => {
    expect(checkClock(new Date('2026-03-15T01:00:00Z'))).toMatchObject({ state: 'ok', message: expect.stringContaining('09:00:00') });
    expect(checkClock(new Date('1970-01-02T00:00:00Z'))).toMatchObject({ state: 'fail', message: expect.stringContaining('校准系统时间') });
  });

  it('measures the free space of a real folder', async () => {
    expect((await checkDisk(tmpdir())).message).toMatch(/^剩余 \d+\.\d GiB/);
  });

  it('tells what live channels lack and when Weibo links change their host', () => {
    expect(checkChannels(readSettings({ CHANNELS: 'live' }))).toMatchObject({ state: 'fail' });
    const live = { CHANNELS: 'live', WECHAT_APP_ID: 'a', WECHAT_APP_SECRET: 'b', WEIBO_ACCESS_TOKEN: 'c', WEIBO_SAFE_DOMAIN: 'cx.example.gov.cn' };
    expect(checkChannels(readSettings(live))).toMatchObject({ state: 'warn' });
    expect(checkChannels(readSettings({ ...live, SITE_URL: 'https://www.cx.example.gov.cn' }))).toMatchObject({ state: 'ok' });
  });
});

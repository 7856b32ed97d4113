import { describe, expect, it } from 'vitest';
import { requireMailForAlarms } from './ops.ts';
import { readSettings, requireLiveCredentials } from './settings.ts';

describe('settings', () => {
  it('has a working default for everything', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      SITE_PORT: 4321,
      ADMIN_PORT: 3000,
      CHANNELS: 'emulator',
      siteUrl: 'http://localhost:4321',
    });
    expect(settings.DATA_DIR).toBe(`${process.cwd()}/data`);
    expect(settings.pressDir).toBe(`${process.cwd()}/data/press`);
  });

  it('takes an empty variable as not set', () => {
    expect(readSettings({ SITE_PORT: '', SITE_URL: ' ' }).SITE_PORT).toBe(4321);
  });

  it.each([
    [{ SITE_PORT: 'abc' }, '环境变量不对：SITE_PORT 应是 1—65535 之间的端口号，例如 4321。'],
    [{ SITE_PORT: '70000' }, 'SITE_PORT 应是 1—65535 之间的端口号'],
    [{ SITE_PORT: '80.5' }, 'SITE_PORT 应是整数端口号'],
    [{ PAYLOAD_SECRET: 'short' }, 'PAYLOAD_SECRET 至少 16 个字符。'],
    [{ REGION: '../x' }, 'REGION 应是 content/region/ 下的文件名，如 guangyuan。'],
    [{ WEIBO_RIP: 'here' }, 'WEIBO_RIP 应是一个 IP 地址。'],
    [{ DATABASE_URL: 'postgres://x' }, 'DATABASE_URL 应以 mongodb:// 或 file: 开头'],
    [{ SITE_URL: 'chengxin.example' }, 'SITE_URL 应是完整网址'],
    [{ CHANNELS: 'real' }, 'CHANNELS 只能是 emulator（演示）、live（真实平台）或 manual'],
    [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN 应是 16—200 位'],
    [{ ALARM_MAIL_TO: 'a@example.gov.cn，值班' }, 'ALARM_MAIL_TO 应是电子邮件地址，多个用逗号隔开'],
    [{ ALARM_WEBHOOK_URL: 'ftp://x.example' }, 'ALARM_WEBHOOK_URL 应是 http:// 或 https:// 开头'],
    [{ ALARM_WEBHOOK_FORMAT: 'slack' }, 'ALARM_WEBHOOK_FORMAT 只能是 json、wecom'],
    [{ LOG_FORMAT: 'xml' }, 'LOG_FORMAT 只能是 text（给人看的中文）或 json'],
    [{ ALARM_UNKNOWN_MINUTES: '1' }, 'ALARM_UNKNOWN_MINUTES 应是 5—10080 之间'],
    [{ WEIBO_TOKEN_EXPIRES: '2027-02-30' }, 'WEIBO_TOKEN_EXPIRES 应是微博授权到期的那一天'],
    [{ WECHAT_TOKEN: '短' }, 'WECHAT_TOKEN 应是 3—32 位字母或数字'],
    [{ WECHAT_TOKEN: 'demo', WECHAT_AES_KEY: 'short' }, 'WECHAT_AES_KEY 应恰好是 43 位字母或数字'],
    [{ WECHAT_AES_KEY: 'A'.repeat(43) }, '设了 WECHAT_AES_KEY，还缺 WECHAT_TOKEN'],
    [{ WECHAT_TOKEN: 'demo', WECHAT_AES_KEY_PREVIOUS: 'A'.repeat(43) }, '还缺 WECHAT_AES_KEY：请把现用的密钥'],
    [{ SMTP_URL: 'http://mail.example' }, 'SMTP_URL 应写成 smtp://'],
    [{ MAIL_FROM: '诚信广元' }, 'MAIL_FROM 应是发件地址'],
    [{ SITE_PORT: '3000' }, 'SITE_PORT 和 ADMIN_PORT 不能是同一个端口（3000）：请换掉其中一个。'],
  ])('refuses %o with one sentence', (env, message) => {
    expect(() => readSettings(env)).toThrow(message);
  });

  it('drops the slash at the end of an address', () => {
    expect(readSettings({ SITE_URL: 'https://cx.example.gov.cn/' }).siteUrl).toBe('https://cx.example.gov.cn');
  });

  it('names what live channels lack', () => {
    expect(() => requireLiveCredentials(readSettings({ CHANNELS: 'live', WECHAT_APP_ID: 'x' }))).toThrow(
      '还缺 WECHAT_APP_SECRET、WEIBO_ACCESS_TOKEN、WEIBO_SAFE_DOMAIN',
    );
    expect(() => requireLiveCredentials(readSettings({}))).not.toThrow();
  });

  it('takes several addresses for alarms, and says what mail still needs', () => {
    const given = { ALARM_MAIL_TO: 'a@example.gov.cn, b@example.gov.cn', SMTP_URL: 'smtp://u:p@127.0.0.1:2525' };
    expect(readSettings(given).ALARM_MAIL_TO).toEqual(['a@example.gov.cn', 'b@example.gov.cn']);
    expect(() => requireMailForAlarms(readSettings(given))).toThrow('还缺 MAIL_FROM：请补上，或去掉 ALARM_MAIL_TO。');
    expect(() =>
      requireMailForAlarms(readSettings({ ...given, MAIL_FROM: '诚信广元 <noreply@example.gov.cn>' })),
    ).not.toThrow();
    expect(() => requireMailForAlarms(readSettings({}))).not.toThrow();
  });
});

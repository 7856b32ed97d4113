import { expect, it } from 'vitest';
import { hide, hideIn, secretsIn } from './hide.ts';

it.each([
  ['Authorization: Bearer abcdefgh.ijk', 'Authorization: [已隐去]'],
  ['{"authorization":"JWT eyJhbGciOi.eyJpZCI6.c2ln"}', '{"authorization":"[已隐去]"}'],
  ['{"cookie":"payload-token=abc; seen=1","x":1}', '{"cookie":"[已隐去]","x":1}'],
  ['Set-Cookie: payload-token=abc; Path=/', 'Set-Cookie: [已隐去]'],
  [
    'GET https://api.example/cgi-bin/token?access_token=77_abcDEF&type=1',
    'GET https://api.example/cgi-bin/token?access_token=[已隐去]&type=1',
  ],
  ['appsecret=0123456789abcdef 不对', 'appsecret=[已隐去] 不对'],
  ['password: hunter22, user: a', 'password: [已隐去], user: a'],
  ['mongodb://cx:p%40ss:word@db.example/cx 连不上', 'mongodb://cx:[已隐去]@db.example/cx 连不上'],
  ['令牌 eyJhbGciOi.eyJpZCI6.c2ln 过期', '令牌 [已隐去] 过期'],
  ['身份证11010519491231002X和110105491231002', '身份证1101*************X和1101**********2'],
  ['请打13908120001。', '请打1390******1。'],
  ['X-Api-Key: abcdefg', 'X-Api-Key: [已隐去]'],
  ['１３９０８１２０００１和11010519491231００2Ｘ', '1390******1和1101*************X'],
  ['+8613908120001、139-0812-0001、110105 19491231 002X', '+8613********1、139-********1、1101***************X'],
])('leaves out of %s what nobody may read', (text, shown) => expect(hide(text, [])).toBe(shown));

it.each([
  '  [推送] 微信 0199c2a4-7a3b-7c11-9f00-2f6f3c1a9e77 第 1 次（发送）：已发出，编号 2247483650123456。',
  '✗ 系统的进程被信号 SIGKILL 结束，1 秒后自动重新启动（24 小时内第 2 次）。',
  '{"level":40,"time":1764338400000,"pid":12345,"msg":"x"}',
  'ready site=http://localhost:4321 admin=http://localhost:3000/admin',
  '2026-11-28T14:08:01.123+08:00 https://cx.example/s/123?d=0199c2a4',
  '统一社会信用代码91350100M000100Y43',
  'file:///srv/a:b@c',
  'http://localhost:4321/s/1?mail=x@y.example',
])('leaves %s as it is', (text) => expect(hide(text, [])).toBe(text));

it('known secrets go wherever they stand; mailboxes where asked', () => {
  const secrets = secretsIn({
    WECHAT_APP_SECRET: 'wx-secret-1',
    WEIBO_ACCESS_TOKEN: 'wb+secret/2',
    PRESS_EVENING_PASSWORD: 'pr secret 3',
    SMTP_URL: 'smtps://a%40b.example:mail%2Bsecret4@mail.example',
    SHORT_TOKEN: 'abc',
    ALARM_WEBHOOK_URL: 'https://robot.example/send?key=robot-key-5',
    DATABASE_URL: 'mongodb://u:db-secret-6@x/y',
    PATH: '/usr/bin',
    PAYLOAD_SECRET: 'payload-secret-7',
  });
  const text = `一wx-secret-1二wb+secret/2三pr secret 3四mail%2Bsecret4五mail+secret4六robot-key-5七db-secret-6八payload-secret-7 /usr/bin abc`;
  expect(hide(text, secrets)).toBe(`${[...'一二三四五六七八'].join('[已隐去]')}[已隐去] /usr/bin abc`);
  expect(hide('张三 zhangsan@example.gov.cn', [], { mail: true })).toBe('张三 z***@example.gov.cn');
});

it('goes as deep as a value does; a field is read with its name, a number as its digits', () => {
  const hidden = (text: string) => hide(text, []);
  expect(
    hideIn(
      {
        a: [{ b: { c: { d: { password: 'x1', access_token: 'x2', count: 3, phone: 13908120001 } } } }],
        appSecret: '',
        ok: true,
        none: null,
      },
      hidden,
    ),
  ).toEqual({
    a: [{ b: { c: { d: { password: '[已隐去]', access_token: '[已隐去]', count: 3, phone: '1390******1' } } } }],
    appSecret: '',
    ok: true,
    none: null,
  });
});

it('takes time by the length of the line alone', () => {
  for (const text of [
    '1'.repeat(50_000),
    '1 '.repeat(25_000),
    '１３９'.repeat(15_000),
    'a:'.repeat(25_000),
    'password='.repeat(5_000),
    'eyJ'.repeat(15_000),
    'a@'.repeat(25_000),
    'x'.repeat(50_000),
    '://'.repeat(15_000),
    'a-'.repeat(25_000),
    'ab://c:'.repeat(7_000),
    'a@b'.repeat(15_000),
  ])
    expect(hide(text, [], { mail: true }).length).toBeGreaterThan(0);
});

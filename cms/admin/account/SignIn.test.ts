import { createElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { json, openBrowser, type Answering, type Browser } from '../testing/browser.ts';
import { SignIn } from './SignIn.tsx';

let page: Browser;
afterEach(() => page.close());
const asks = (step: string | undefined, message: string, more: object = {}) =>
  json(401, { errors: [{ message, data: { step, ...more } }] });
const open = async (answer?: Answering, props: object = {}) => {
  page = await openBrowser(createElement(SignIn, props), answer);
};
const enter = async (more: Record<string, string>) => {
  for (const [label, value] of Object.entries(more)) await page.type(label, value);
  await page.submit();
};
const start = () => enter({ 电子邮件: 'a@example.org', 密码: 'correct horse' });

describe('one question after the other', () => {
  it('password, a new one, the phone: everything said so far is sent each time, and then one is in', async () => {
    const answers = [
      asks('password', '请换成您自己的密码。'),
      asks('code', '请填手机验证码。'),
      json(200, { message: '' }),
    ];
    await open(() => answers.shift() as Response, { next: '/admin/ledger' });
    await start();
    expect([page.texts('h1'), page.texts('[role=status]')]).toEqual([['换成您自己的密码'], ['请换成您自己的密码。']]);
    await enter({ 新密码: 'battery staple', 再填一遍: 'battery staple' });
    expect(page.texts('h1')).toEqual(['手机验证码']);
    await enter({ 验证码: '123456' });
    expect(page.asked.map(({ body }) => body)).toEqual([
      { email: 'a@example.org', password: 'correct horse' },
      { email: 'a@example.org', password: 'correct horse', newPassword: 'battery staple' },
      { email: 'a@example.org', password: 'correct horse', newPassword: 'battery staple', code: '123456' },
    ]);
    expect(page.went).toEqual(['assign /admin/ledger']);
  });

  it('two new passwords that differ are not sent', async () => {
    await open(() => asks('password', '请换成您自己的密码。'));
    await start();
    await enter({ 新密码: 'battery staple', 再填一遍: 'battery stable' });
    expect([page.texts('[role=alert]'), page.asked.length]).toEqual([['两遍填的不一样。'], 1]);
  });

  it('the same question again is a refusal, heard at once; the code is asked for anew and never sent twice', async () => {
    let count = 0;
    await open(() => asks('code', `第${(count += 1)}次。`));
    await start();
    expect(page.texts('[role=status]')).toEqual(['第1次。']);
    await enter({ 验证码: '111111' });
    expect(page.texts('[role=alert]')).toEqual(['第2次。']);
    expect((page.find('input[name=code]') as HTMLInputElement).value).toBe('');
  });

  it('recovery codes are shown before one goes on', async () => {
    let entered = 0;
    const enrolment = { qr: '<svg></svg>', secret: 'ABCD', uri: 'otpauth://x' };
    const answers = [
      asks('enrol', '请开启两步验证。', { enrolment }),
      json(200, { recoveryCodes: ['aaaa-bbbb', 'cccc-dddd'] }),
    ];
    await open(() => answers.shift() as Response, {
      onEntered: () => {
        entered += 1;
      },
    });
    await start();
    expect(page.texts('code')).toEqual(['ABCD']);
    await enter({ 验证码: '123456' });
    expect([page.texts('li'), entered]).toEqual([['aaaa-bbbb', 'cccc-dddd'], 0]);
    await page.press('收好了，进入后台');
    expect(entered).toBe(1);
  });
});

describe('what goes wrong', () => {
  it('a wrong password stays on the first question', async () => {
    await open(() => asks(undefined, '邮箱或密码不对。'));
    await start();
    expect([page.texts('h1'), page.texts('[role=alert]')]).toEqual([['登录'], ['邮箱或密码不对。']]);
  });

  it('no answer, or one that is none, says so and loses nothing', async () => {
    let isHtml = false;
    await open(() =>
      isHtml ? new Response('<html>', { status: 502 }) : Promise.reject(new TypeError('fetch failed')),
    );
    await start();
    expect(page.texts('[role=alert]')).toEqual(['没有收到服务器的回答：请检查网络后再试。']);
    isHtml = true;
    await page.submit();
    expect([page.texts('[role=alert]'), page.isDisabled('登录')]).toEqual([
      ['没有收到服务器的回答：请检查网络后再试。'],
      false,
    ]);
  });

  it('having to wait keeps the question; anything else begins again', async () => {
    const answers = [
      asks('code', '请填手机验证码。'),
      json(429, { errors: [{ message: '请等一分钟。' }] }),
      asks(undefined, '请从头登录。'),
    ];
    await open(() => answers.shift() as Response);
    await start();
    await enter({ 验证码: '111111' });
    expect(page.texts('h1')).toEqual(['手机验证码']);
    await enter({ 验证码: '222222' });
    expect([page.texts('h1'), page.texts('[role=alert]')]).toEqual([['登录'], ['请从头登录。']]);
  });
});

it('who begins anew sends nothing that was said before: it may be somebody else at the same machine', async () => {
  const answers = [
    asks('password', '请换成您自己的密码。'),
    asks(undefined, '一次性密码已经过期：请从头登录。'),
    asks('password', '请换成您自己的密码。'),
  ];
  await open(() => answers.shift() as Response);
  await start();
  await enter({ 新密码: 'battery staple', 再填一遍: 'battery staple' });
  await enter({ 电子邮件: 'b@example.org', 密码: 'one time' });
  expect(page.asked.at(-1)?.body).toEqual({ email: 'b@example.org', password: 'one time' });
});

it('over another form it has no names that the form under it could have; alone it has them', async () => {
  await open(undefined, { onEntered: () => undefined, email: 'a@example.org' });
  expect([page.texts('[id]'), (page.find('input[name=email]') as HTMLInputElement).value]).toEqual([
    [],
    'a@example.org',
  ]);
  await page.close();
  await open();
  expect(page.find('#field-email').getAttribute('autocomplete')).toBe('username');
});

import { createElement } from 'react';
import { afterEach, expect, it } from 'vitest';
import { json, openBrowser, type Answering, type Browser } from '../testing/browser.ts';
import { OwnSecondFactor } from './OwnSecondFactor.tsx';

let page: Browser;
afterEach(() => page.close());
const on = { since: '昨天 09:00', recoveryLeft: 3 };
const open = async (props: { demanded?: boolean; factor?: typeof on | null }, answer?: Answering) => {
  page = await openBrowser(createElement(OwnSecondFactor, { demanded: false, factor: null, ...props }), answer);
};

it('is begun with the password, confirmed with the phone, and ends with codes shown once', async () => {
  const answers = [
    json(200, { message: '请扫码。', qr: '<svg></svg>', secret: 'ABCD', uri: 'otpauth://x' }),
    json(200, { message: '已开启。', codes: ['aaaa-bbbb'] }),
  ];
  await open({}, () => answers.shift() as Response);
  expect(page.isDisabled('开启两步验证')).toBe(true);
  await page.type('现在的密码', 'mine');
  await page.press('开启两步验证');
  expect(page.texts('code')).toEqual(['ABCD']);
  await page.type('验证码', '123456');
  await page.submit();
  expect(page.asked.map(({ body, path }) => [path, body])).toEqual([
    ['/api/users/account/second-factor/begin', { current: 'mine' }],
    ['/api/users/account/second-factor/confirm', { code: '123456' }],
  ]);
  expect([page.texts('.cx-codes li'), page.texts('[role=status]'), page.went]).toEqual([
    ['aaaa-bbbb'],
    ['已开启。'],
    ['refresh', 'refresh'],
  ]);
});

it('is taken away only with password and code, and not where a role demands it', async () => {
  await open({ factor: on }, () => json(200, { message: '已关闭。' }));
  expect(page.texts('.cx-section p')).toEqual(['昨天 09:00开启，恢复码还剩3个']);
  await page.type('现在的密码', 'mine');
  expect(page.isDisabled('关闭两步验证')).toBe(true);
  await page.type('手机验证码', '123456');
  await page.press('关闭两步验证');
  expect(page.asked[0]).toMatchObject({
    path: '/api/users/account/second-factor/remove',
    body: { current: 'mine', code: '123456' },
  });
  await page.close();
  await open({ demanded: true, factor: on });
  expect(page.texts('button')).toEqual(['换一组恢复码']);
  await page.close();
  await open({ demanded: true });
  expect(page.texts('.cx-section p')).toEqual(['您的职责要求开启']);
});

it('a refusal is said, and what was typed stays', async () => {
  await open({}, () => json(403, { message: '密码不对。' }));
  await page.type('现在的密码', 'wrong');
  await page.press('开启两步验证');
  expect([page.texts('[role=alert]'), (page.find('#cx-factor-password') as HTMLInputElement).value]).toEqual([
    ['密码不对。'],
    'wrong',
  ]);
});

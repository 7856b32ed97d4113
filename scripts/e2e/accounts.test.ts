import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, noBrowser, openBrowser } from './browser.ts';
import { axeFindings } from './desk-views.ts';
import { adminPassword, people, password } from './people.ts';
import { phone } from './phone.ts';
import { furnishedInstallation } from './furnished.ts';
import { chengxin, startProduct, type Environment, type Running } from './product.ts';
import { within } from '../../.config/patience.ts';

if (!chromiumPath) console.warn(noBrowser);

describe.skipIf(!chromiumPath)('accounts, in a browser', () => {
  let place: Environment;
  let product: Running;
  let browser: Browser;
  const told: string[] = [];

  beforeAll(async () => {
    place = await furnishedInstallation('seeded');
    product = await startProduct(place.env, ['start', '--role', 'admin']);
    browser = await openBrowser();
  }, within(300_000));
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await place?.drop();
  });

  /** A browser of one's own; what its pages complain of is kept. */
  async function newcomer(): Promise<Page> {
    const context = await browser.newContext({
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: { width: 1280, height: 900 },
    });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) told.push(message.text());
    });
    await page.goto(`${product.admin}/login`);
    await page.locator('#field-email').waitFor();
    return page;
  }
  const shot = async (page: Page, name: string) =>
    process.env.SHOTS ? page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true }) : null;
  async function say(page: Page, words: Record<string, string>): Promise<void> {
    for (const [field, word] of Object.entries(words)) await page.fill(`#field-${field}`, word);
    await page.click('.cx-sign button[type="submit"]');
  }
  const inside = (page: Page) => page.waitForURL((url) => !url.pathname.endsWith('/login'));
  const cookies = async (page: Page) => (await page.context().cookies()).map(({ name }) => name);

  it('the first administrator changes the one-time password, and demands a second factor of signers', async () => {
    const oneTime = /一次性密码 (\S{19})（/.exec(product.output())![1]!;
    const page = await newcomer();
    await shot(page, 'login');
    expect(await axeFindings(page, '.cx-sign')).toEqual([]);
    await say(page, { email: 'admin@chengxin.example', password: oneTime });
    await page.locator('#field-new').waitFor();
    expect(await cookies(page)).not.toContain('payload-token');
    await say(page, { new: 'guangyuan2026', again: 'guangyuan2026' });
    await page.locator('[role=alert]', { hasText: '太常见' }).waitFor();
    await shot(page, 'own-password');
    await say(page, { new: adminPassword, again: adminPassword });
    await inside(page);

    await page.goto(`${product.admin}/collections/users/create`);
    for (const [field, word] of [
      ['email', people.signer.email],
      ['password', 'told across the 1 table'],
      ['confirm-password', 'told across the 1 table'],
      ['name', people.signer.name],
    ] as const)
      await page.fill(`#field-${field}`, word);
    await page.locator('#field-roles .rs__input').fill('终审');
    await page.locator('.rs__option', { hasText: '终审' }).click();
    await Promise.all([
      page.waitForResponse((r) => r.url().includes('/api/users') && r.request().method() === 'POST'),
      page.click('#action-save'),
    ]);
    await page.goto(`${product.admin}/globals/login-rules`);
    await page.locator('#field-secondFactorRoles .rs__input').fill('终审');
    await page.locator('.rs__option', { hasText: '终审' }).click();
    await Promise.all([
      page.waitForResponse((r) => r.url().includes('/api/globals/login-rules') && r.request().method() === 'POST'),
      page.click('#action-save'),
    ]);
    await page.context().close();
  });

  it('a signer sets the phone up at the log-in; then password, code and recovery code open the desk, an old code does not', async () => {
    const page = await newcomer();
    await say(page, { email: people.signer.email, password: 'told across the 1 table' });
    await page.locator('#field-new').waitFor();
    await say(page, { new: password, again: password });
    const secret = await page.locator('.cx-qr code').textContent();
    expect(await page.locator('.cx-qr svg').count()).toBe(1);
    await shot(page, 'enrol');
    expect(await axeFindings(page, '.cx-sign')).toEqual([]);
    const next = phone(secret!);
    await say(page, { code: '000000' });
    await page.locator('[role=alert]', { hasText: '验证码不对' }).waitFor();
    const used = next();
    await say(page, { code: used });
    await page.locator('.cx-codes li').first().waitFor();
    const codes = await page.locator('.cx-codes li').allTextContents();
    expect(codes).toHaveLength(10);
    await shot(page, 'recovery');
    await page.click('text=收好了，进入后台');
    await inside(page);

    const other = await newcomer();
    await say(other, { email: people.signer.email, password });
    await other.locator('#field-code').waitFor();
    await shot(other, 'code');
    expect(await cookies(other)).not.toContain('payload-token');
    await say(other, { code: used });
    await other.locator('[role=alert]', { hasText: '验证码不对' }).waitFor();
    await say(other, { code: codes[0]! });
    await inside(other);

    await other.goto(`${product.admin}/security`);
    await other.locator('.cx-view h1').waitFor();
    expect(await other.locator('tbody tr').count()).toBe(2);
    expect(await other.getByText('恢复码还剩9个').count()).toBe(1);
    await shot(other, 'security');
    expect(await axeFindings(other)).toEqual([]);
    await other.click('text=退出别处');
    await other.locator('[role=status]', { hasText: '已退出1处登录' }).waitFor();
    await page.goto(`${product.admin}/ledger`);
    await page.waitForURL(/\/admin\/login/);
    await page.context().close();
  });

  it('an administrator sees who is in and puts somebody out; they land at the log-in', async () => {
    const signer = browser.contexts().flatMap((context) => context.pages())[0]!;
    const page = await newcomer();
    await say(page, { email: 'admin@chengxin.example', password: adminPassword });
    await inside(page);
    await page.goto(`${product.admin}/security`);
    await page.locator('.cx-view h1').waitFor();
    await shot(page, 'accounts');
    expect(await axeFindings(page)).toEqual([]);
    await page.click(`[aria-label="强制退出：${people.signer.name}"]`);
    await page.locator('dialog button', { hasText: '强制退出' }).click();
    await page.locator('[role=status]', { hasText: '已退出1处登录' }).waitFor();
    await signer.goto(`${product.admin}/security`);
    await signer.waitForURL(/\/admin\/login/);
    await page.click(`[aria-label="重设密码：${people.signer.name}"]`);
    await page.fill('#cx-own-password', 'not the password');
    await page.locator('dialog button', { hasText: '重设密码' }).click();
    await page.locator('dialog [role=alert]', { hasText: '现在的密码不对' }).waitFor();
    await page.fill('#cx-own-password', adminPassword);
    await page.locator('dialog button', { hasText: '重设密码' }).click();
    await page.locator('#cx-given').waitFor();
    expect(await page.locator('#cx-given').textContent()).toMatch(/^\S{4}-\S{4}-\S{4}-\S{4}$/);
    await shot(page, 'reset');
  });

  it('a name or e-mail changes in the form only with the password of whoever changes it, and nothing typed is lost', async () => {
    const page = await newcomer();
    await say(page, { email: 'admin@chengxin.example', password: adminPassword });
    await inside(page);
    await page.goto(`${product.admin}/security`);
    const mine = await page.evaluate(
      async () => ((await (await fetch('/api/users/me')).json()) as { user: { id: string } }).user.id,
    );
    await page.goto(`${product.admin}/collections/users/${mine}`);
    const save = async () => {
      const [answer] = await Promise.all([
        page.waitForResponse(
          (r) => r.url().includes(`/api/users/${mine}`) && ['PATCH', 'POST'].includes(r.request().method()),
        ),
        page.click('#action-save'),
      ]);
      return answer.status();
    };
    await page.fill('#field-name', '示例管理员（站务）');
    expect(await save()).toBe(403);
    expect(await page.inputValue('#field-name')).toBe('示例管理员（站务）');
    await page.fill('#field-currentPassword', adminPassword);
    expect(await save()).toBe(200);
    const name = await page.evaluate(
      async () => ((await (await fetch('/api/users/me')).json()) as { user: { name: string } }).user.name,
    );
    expect(name).toBe('示例管理员（站务）');
    await page.context().close();
  });

  it('the operator at the machine lists accounts and helps without a browser', async () => {
    const listed = await chengxin(['account', 'list', '--json'], place.env);
    const accounts = JSON.parse(listed.stdout) as {
      email: string;
      factor: boolean;
      sessions: number;
      remarks: string[];
    }[];
    expect(accounts.find(({ email }) => email === people.signer.email)).toMatchObject({
      factor: true,
      sessions: 0,
      remarks: ['一次性密码，还没有换'],
    });
    const reset = await chengxin(['account', 'reset', people.signer.email], place.env);
    const oneTime = /一次性密码 (\S{19})/.exec(reset.stdout)![1]!;
    const page = await newcomer();
    await say(page, { email: people.signer.email, password: oneTime });
    await page.locator('#field-new').waitFor();
    const { code, stderr } = await chengxin(['account', 'unlock', 'nobody@desk.example'], place.env);
    expect([code, stderr]).toEqual([2, expect.stringContaining('没有 nobody@desk.example 这个账号')]);
  });

  it('no page broke the policy that only its own scripts run', () => {
    expect(told).toEqual([]);
  });
});

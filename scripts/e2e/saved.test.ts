import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../.config/patience.ts';
import { chromiumPath, logIn, noBrowser, openBrowser } from './browser.ts';
import { phone } from './phone.ts';
import { adminPassword, password, people } from './people.ts';
import { furnishedInstallation } from './furnished.ts';
import { startProduct, type Environment, type Running } from './product.ts';
import {
  bar,
  box,
  call,
  elsewhere,
  forbidden,
  forms,
  knowledgeColumn,
  loseFirstAnswer,
  oldestVersion,
  open,
  openNew,
  openWhole,
  pressSave,
  reloadAnyway,
  shot,
  stands,
  stored,
  type,
  type Form,
} from './saved.ts';

if (!chromiumPath) console.warn(noBrowser);

let place: Environment;
let product: Running;
let browser: Browser;
let author: Page;
const others: Partial<Record<Form['other'] | 'first', Page>> = {};

describe.skipIf(!chromiumPath)('saved means saved', () => {
  beforeAll(async () => {
    place = await furnishedInstallation('staffed');
    product = await startProduct(place.env);
    browser = await openBrowser();
    author = await logIn(browser, product.admin, people.author.email, password);
    others.signer = await logIn(browser, product.admin, people.signer.email, password);
    others.first = await logIn(browser, product.admin, people.first.email, password);
    others.admin = await logIn(browser, product.admin, 'admin@chengxin.example', adminPassword);
  }, within(300_000));

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await place?.drop();
  });

  describe.each(forms)('in $slug', (form) => {
    it(
      'typed, saved: the bar says so and the server has it',
      async () => {
        const id = await openNew(author, product.admin, form);
        await type(author, form, '改好的一句。');
        await stands(author, 'changed');
        await shot(author, `${form.slug}-1-changed`);
        await pressSave(author);
        await stands(author, 'saved');
        expect(await stored(author, form, id)).toBe('改好的一句。');
        await shot(author, `${form.slug}-2-saved`);
      },
      within(120_000),
    );

    it(
      'refused: the reason and the way to mend it stay, and after a reload the words come back',
      async () => {
        const id = await openNew(author, product.admin, form);
        await type(author, form, forbidden);
        await pressSave(author);
        await stands(author, 'refused');
        expect(await bar(author).textContent()).toMatch(/没有保存：.*完整的身份证件号码/);
        await bar(author).getByRole('button', { name: '跳到那里' }).click();
        expect(await box(author, form).evaluate((node) => node === document.activeElement)).toBe(true);
        await author.locator('#action-save:not([disabled])').first().waitFor();
        await shot(author, `${form.slug}-3-refused`);
        await reloadAnyway(author);
        await bar(author).getByRole('button', { name: '恢复到表单' }).click();
        await stands(author, 'changed');
        expect(await box(author, form).inputValue()).toBe(forbidden);
        expect(await stored(author, form, id)).toContain('原来的');
        await type(author, form, '没有号码的一句。');
        await pressSave(author);
        await stands(author, 'saved');
        await reloadAnyway(author);
        await stands(author, 'saved');
        expect(await bar(author).getByText('找到没有保存的改动').count()).toBe(0);
        expect(await box(author, form).inputValue()).toBe('没有号码的一句。');
      },
      within(120_000),
    );

    it(
      'expired: logged in on the spot, the very words are saved',
      async () => {
        const id = await openNew(author, product.admin, form);
        await type(author, form, '登录过期时写的。');
        await author.context().clearCookies();
        await pressSave(author);
        await stands(author, 'expired');
        await shot(author, `${form.slug}-4-expired`);
        await bar(author).getByRole('button', { name: '就地登录' }).click();
        const dialog = author.locator('.cx-in dialog');
        await dialog.getByLabel('密码').fill(password);
        await shot(author, `${form.slug}-5-sign-in`);
        await dialog.getByRole('button', { name: '登录', exact: true }).click();
        await stands(author, 'saved');
        expect(await stored(author, form, id)).toBe('登录过期时写的。');
      },
      within(120_000),
    );

    it(
      'offline: nothing is lost, and once the network is back it is saved',
      async () => {
        const id = await openNew(author, product.admin, form);
        await author.context().setOffline(true);
        await type(author, form, '断网时写的。');
        await pressSave(author);
        await stands(author, 'offline');
        await shot(author, `${form.slug}-6-offline`);
        await author.context().setOffline(false);
        await bar(author).getByRole('button', { name: '再保存一次' }).click();
        await stands(author, 'saved');
        expect(await stored(author, form, id)).toBe('断网时写的。');
        await type(author, form, '又写了一句。');
        await pressSave(author);
        await stands(author, 'saved');
        expect(await stored(author, form, id)).toBe('又写了一句。');
      },
      within(120_000),
    );

    it(
      'two tabs: the later one is shown both texts and chooses',
      async () => {
        const id = await openNew(author, product.admin, form);
        const second = await author.context().newPage();
        await open(second, product.admin, form, id);
        await type(author, form, '第一个窗口写的。');
        await type(second, form, '第二个窗口写的。');
        await pressSave(author);
        await stands(author, 'saved');
        await pressSave(second);
        await stands(second, 'moved');
        expect(await stored(author, form, id)).toBe('第一个窗口写的。');
        expect(await box(second, form).inputValue()).toBe('第二个窗口写的。');
        expect(await second.locator('.cx-sides pre').allTextContents()).toEqual([
          '第一个窗口写的。',
          '第二个窗口写的。',
        ]);
        await shot(second, `${form.slug}-7-two-tabs`);
        await bar(second).getByRole('button', { name: '按选的保存' }).click();
        await stands(second, 'saved');
        expect(await stored(author, form, id)).toBe('第二个窗口写的。');
        await second.close();
      },
      within(120_000),
    );

    it(
      'evicted: whoever is taken over from keeps the words, and is told who by name',
      async () => {
        const other = others[form.other]!;
        const id = await openNew(author, product.admin, form);
        const held = author.waitForResponse(
          (response) => response.url().includes('/api/editing/') && response.request().method() === 'POST',
        );
        await type(author, form, '写到一半的。');
        await held;
        await other.goto(`${product.admin}/collections/${form.slug}/${id}`);
        await bar(other).getByText(`${people.author.name}从`).waitFor();
        expect(await bar(other).textContent()).not.toMatch(/@|[A-Z][a-z]{2} \d/);
        await shot(other, `${form.slug}-8-somebody-is-writing`);
        await type(other, form, '接手的人写的。');
        await pressSave(other);
        await stands(other, 'held');
        expect(await stored(other, form, id)).toContain('原来的');
        await bar(other).getByRole('button', { name: '接手编辑' }).click();
        await stands(other, 'saved');
        await pressSave(author);
        await stands(author, 'moved');
        expect(await box(author, form).inputValue()).toBe('写到一半的。');
        expect(await author.locator('.cx-sides pre').allTextContents()).toEqual(['接手的人写的。', '写到一半的。']);
        await shot(author, `${form.slug}-9-evicted`);
        await author.locator('.cx-sides').getByLabel('用存着的').check();
        await bar(author).getByRole('button', { name: '按选的保存' }).click();
        await stands(author, 'saved');
        expect(await stored(author, form, id)).toBe('接手的人写的。');
      },
      within(180_000),
    );

    it(
      "a reader is in nobody's way",
      async () => {
        const reader = others.first!;
        const id = await openNew(author, product.admin, form);
        await reader.goto(`${product.admin}/collections/${form.slug}/${id}`);
        await box(reader, form).waitFor();
        expect(await reader.getByRole('button', { name: /接手/ }).count()).toBe(0);
        expect((await call(reader, 'POST', `editing/${form.slug}/${id}`, { takeOver: true })).status).toBe(403);
        await type(author, form, '有人在看。');
        await pressSave(author);
        await stands(author, 'saved');
      },
      within(120_000),
    );
  });

  it(
    'a paragraph with an ID number, refused, reloaded: 送审 hands in nothing older, and the words come back',
    async () => {
      const [stories] = forms as [Form];
      const id = await openWhole(author, product.admin, stories);
      const hand = author.locator('.cx-review button', { hasText: /^送审$/ });
      await author.locator('.cx-review button:not([disabled])', { hasText: /^送审$/ }).waitFor();
      await author.locator('.ContentEditable__root p').first().click();
      await author.keyboard.press('End');
      await author.keyboard.press('Enter');
      await author.keyboard.type(forbidden);
      await bar(author).getByText('已暂存').waitFor();
      await pressSave(author);
      await stands(author, 'refused');
      expect(await hand.isDisabled()).toBe(true);
      await author.locator('.cx-review', { hasText: '最近一次没有保存成' }).waitFor();
      await author.locator('#action-save:not([disabled])').first().waitFor();
      await shot(author, 'b1-refused');
      await reloadAnyway(author);
      await bar(author).getByText('找到没有保存的改动').waitFor();
      await author.locator('.cx-review button[disabled]', { hasText: /^送审$/ }).waitFor();
      await shot(author, 'b1-found');
      await bar(author).getByRole('button', { name: '恢复到表单' }).click();
      await author.locator('.ContentEditable__root p', { hasText: forbidden }).waitFor();
      await stands(author, 'changed');
      expect(await hand.isDisabled()).toBe(true);
      expect((await call(author, 'GET', `stories/${id}?depth=0`)).body.stage).toBe('draft');
      expect(JSON.stringify((await call(author, 'GET', `stories/${id}?depth=0`)).body.body)).not.toContain(forbidden);
    },
    within(180_000),
  );

  it(
    'a comment that must be settled keeps 终审签发 in view with its reason; settled, it can be pressed at once',
    async () => {
      const [stories] = forms as [Form];
      const id = await openWhole(author, product.admin, stories);
      const { first, signer } = others as Record<'first' | 'signer', Page>;
      const second = await logIn(browser, product.admin, people.second.email, password);
      const does = async (page: Page, act: string) =>
        expect([act, (await call(page, 'POST', `stories/${id}/review/${act}`, {})).status]).toEqual([act, 200]);
      await does(author, 'submit');
      expect((await call(first, 'POST', `stories/${id}/comments`, { text: '写明哪一年。', must: true })).status).toBe(
        201,
      );
      await does(first, 'approve-first');
      await does(second, 'clear-secrecy');
      await does(second, 'approve-second');
      await signer.goto(`${product.admin}/collections/stories/${id}`);
      const sign = signer.locator('.cx-review button', { hasText: /^终审签发$/ });
      await sign.waitFor();
      expect(await sign.isDisabled()).toBe(true);
      expect(await signer.locator('.cx-review__blocked').textContent()).toContain('“必须改”的批注没有办结');
      await shot(signer, 'blocked');
      await signer.getByRole('button', { name: '办结：写明哪一年。' }).click();
      await signer.locator('.cx-review button:not([disabled])', { hasText: /^终审签发$/ }).waitFor();
    },
    within(180_000),
  );

  it(
    '恢复此版本 brings an old text back',
    async () => {
      const [stories] = forms as [Form];
      const id = await openNew(author, product.admin, stories);
      await type(author, stories, '后来的摘要。');
      await pressSave(author);
      await stands(author, 'saved');
      await author.goto(`${product.admin}/collections/stories/${id}/versions/${await oldestVersion(author, id)}`);
      await author.locator('.restore-version button').first().click();
      await author.locator('#confirm-action').click();
      await author.waitForURL(new RegExp(`/stories/${id}$`));
      await stands(author, 'saved');
      expect(await stored(author, stories, id)).toBe('原来的摘要。');
      expect(await box(author, stories).inputValue()).toBe('原来的摘要。');
    },
    within(120_000),
  );

  it(
    'nine in the morning is nine in Beijing, also for a browser in New York',
    async () => {
      const [, campaigns] = forms as [Form, Form];
      const campaign = await openNew(author, product.admin, campaigns);
      const post = { slug: 'ny', campaign, label: '当天', channels: ['wechat'] };
      const { body } = await call(author, 'POST', 'posts?depth=0', post);
      const far = await elsewhere(browser, author.context(), 'America/New_York');
      await far.goto(`${product.admin}/collections/posts/${body.doc!.id}`);
      await stands(far, 'saved');
      await far.locator('#field-at').fill('2031-03-09T02:30');
      expect(await far.locator('.cx-time', { hasText: '固定时间' }).textContent()).toContain(
        '2031年3月9日 周日 02:30 北京时间',
      );
      await shot(far, 'new-york');
      await pressSave(far);
      await stands(far, 'saved');
      expect((await call(author, 'GET', `posts/${body.doc!.id}?depth=0`)).body.at).toBe('2031-03-08T18:30:00.000Z');
      await reloadAnyway(far);
      await stands(far, 'saved');
      expect(await far.locator('#field-at').inputValue()).toBe('2031-03-09T02:30');
      await far.context().close();
    },
    within(120_000),
  );

  it(
    'a new story whose answer is lost on the way is one story, also when more was written before the next try',
    async () => {
      const page = await author.context().newPage();
      const title = '回答丢了的一篇（示例）';
      const lost = await loseFirstAnswer(page, '/api/stories');
      await page.goto(`${product.admin}/collections/stories/create`);
      await page.locator('#field-title').fill(title);
      await page.locator('#field-kind .rs__control').click();
      await page.locator('.rs__option').first().click();
      await page.locator('#field-summary').fill('第一次写的。');
      await stands(page, 'changed');
      await pressSave(page);
      await stands(page, 'offline');
      expect(lost()).toBe(1);
      await page.locator('#field-summary').fill('又写了一句。');
      await bar(page).getByRole('button', { name: '再保存一次' }).click();
      await page.waitForURL(/\/stories\/[0-9a-f-]{36}/);
      await stands(page, 'saved');
      const { body } = await call(author, 'GET', `stories?depth=0&where[title][equals]=${encodeURIComponent(title)}`);
      expect((body.docs as { summary: string }[]).map(({ summary }) => summary)).toEqual(['又写了一句。']);
      await page.close();
    },
    within(180_000),
  );

  it(
    'two choices side by side are called by their names',
    async () => {
      const [stories] = forms as [Form];
      const id = await openNew(author, product.admin, stories);
      const column = await knowledgeColumn(author);
      await type(author, stories, '我写的摘要。');
      const other = { column: column.id, summary: '别处写的。' };
      expect((await call(author, 'PATCH', `stories/${id}?depth=0`, other)).status).toBe(200);
      await pressSave(author);
      await stands(author, 'moved');
      await author.locator('.cx-sides pre', { hasText: column.name }).waitFor();
      await shot(author, 'names-side-by-side');
      await author.locator('.cx-sides').getByText('正在查名称').waitFor({ state: 'detached' });
      await bar(author).getByRole('button', { name: '按选的保存' }).click();
      await stands(author, 'saved');
    },
    within(180_000),
  );

  it(
    'expired, of somebody with a second factor: password and code on the spot, the very words are saved',
    async () => {
      const form = forms.find(({ slug }) => slug === 'nominations')!;
      const signer = others.signer!;
      const begun = await call(signer, 'POST', 'users/account/second-factor/begin', { current: password });
      const next = phone(String(begun.body.secret));
      expect((await call(signer, 'POST', 'users/account/second-factor/confirm', { code: next() })).status).toBe(200);
      const id = await openNew(signer, product.admin, form);
      await type(signer, form, '手机验证以前写的。');
      await signer.context().clearCookies();
      await pressSave(signer);
      await stands(signer, 'expired');
      expect(await bar(signer).textContent()).toContain('没有保存：');
      await bar(signer).getByRole('button', { name: '就地登录' }).click();
      const dialog = signer.locator('.cx-in dialog');
      await dialog.getByLabel('密码').fill(password);
      await dialog.getByRole('button', { name: '登录', exact: true }).click();
      // A wrong code first: the words stay where they are.
      await dialog.getByLabel('验证码').fill('000000');
      await dialog.getByRole('button', { name: '继续' }).click();
      await dialog.getByRole('alert').getByText('验证码不对').waitFor();
      expect(await box(signer, form).inputValue()).toBe('手机验证以前写的。');
      await shot(signer, 'second-factor-on-the-spot');
      await dialog.getByLabel('验证码').fill(next());
      await dialog.getByRole('button', { name: '继续' }).click();
      await stands(signer, 'saved');
      expect(await stored(signer, form, id)).toBe('手机验证以前写的。');
    },
    within(180_000),
  );
});

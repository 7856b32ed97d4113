import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../.config/patience.ts';
import { choose, chromiumPath, logIn, noBrowser, openBrowser } from './browser.ts';
import { draftedPost, sendAs } from './desk-views.ts';
import { furnishedInstallation } from './furnished.ts';
import { adminPassword, password, people } from './people.ts';
import { eventually, startProduct, type Environment, type Running } from './product.ts';
import { bar, call, pressSave, reloadAnyway, stands } from './saved.ts';

if (!chromiumPath) console.warn(noBrowser);

describe.skipIf(!chromiumPath)('words that somebody does not agree to, in a browser', () => {
  let place: Environment;
  let product: Running;
  let browser: Browser;
  let reviewer: Page;
  let signer: Page;

  beforeAll(async () => {
    place = await furnishedInstallation('staffed');
    product = await startProduct(place.env);
    browser = await openBrowser();
    reviewer = await logIn(browser, product.admin, people.first.email, password);
    signer = await logIn(browser, product.admin, people.signer.email, password);
  }, within(300_000));
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await place?.drop();
  });

  const text = async (path: string) => (await fetch(product.site + path)).text();
  const first = async (page: Page, path: string) =>
    ((await call(page, 'GET', `${path}&limit=1&depth=0`)).body.docs as Record<string, string>[])[0]!;

  /** The reviewer finds it under 今日, opens it there, and does not agree. */
  async function refuse(path: string, reason: string): Promise<void> {
    await reviewer.goto(product.admin);
    await reviewer.locator(`a[href="/admin/collections/${path}"]`).first().click();
    const panel = reviewer.locator('.cx-waiting');
    await panel.locator('summary', { hasText: '不同意' }).click();
    const button = panel.locator('button', { hasText: '不同意，退回去' });
    await panel.locator('details textarea').fill('不行');
    expect(await button.isDisabled()).toBe(true);
    await panel.locator('details textarea').fill(reason);
    await button.click();
    await reviewer.locator('.cx-waiting', { hasText: `${people.first.name}没有同意：${reason}` }).waitFor();
    expect(await panel.locator('button', { hasText: '不同意，退回去' }).count()).toBe(0);
  }

  /** Whoever wrote it reads the reason under 今日, and the row opens from there. */
  async function told(writer: Page, path: string, reason: string): Promise<void> {
    await writer.goto(product.admin);
    await writer.getByText(`${people.first.name}没有同意：${reason}`).first().waitFor();
    await writer.locator(`a[href="/admin/collections/${path}"]`).first().click();
    await writer.locator('.cx-waiting', { hasText: reason }).waitFor();
  }

  it(
    'a column: the site stays as it was, the administrator reads why, and other words are asked anew',
    async () => {
      const admin = await logIn(browser, product.admin, 'admin@chengxin.example', adminPassword);
      const column = await first(admin, 'columns?where[slug][equals]=knowledge');
      await sendAs(admin, 'PATCH', `columns/${column.id}`, { description: '说法太绝对的一句介绍。' });
      await refuse(`columns/${column.id}`, '说得太绝对，请改。');
      await told(admin, `columns/${column.id}`, '说得太绝对，请改。');
      expect(await text('/c/knowledge/')).not.toContain('说法太绝对');
      await sendAs(admin, 'PATCH', `columns/${column.id}`, { description: '说得妥当的一句介绍。' });
      await reviewer.goto(`${product.admin}/collections/columns/${column.id}`);
      await reviewer.locator('.cx-waiting button', { hasText: '同意，换上新的' }).click();
      await eventually('the words that were agreed to', async () => (await text('/c/knowledge/')).includes('说得妥当'));
    },
    within(180_000),
  );

  it(
    'a notice: its day stays proposed, and the signer reads why',
    async () => {
      const notice = await sendAs(signer, 'POST', 'occasion-notices', {
        occasion: 'integrity-week',
        year: 2031,
        start: '2031-11-20',
        end: '2031-11-26',
        docNo: '示例办〔2031〕7号',
      });
      await refuse(`occasion-notices/${notice}`, '文号和来文不一样。');
      await told(signer, `occasion-notices/${notice}`, '文号和来文不一样。');
      expect(await text('/year/2031/')).not.toContain('示例办〔2031〕7号');
    },
    within(180_000),
  );

  it(
    'a correction: the page no longer says that one is on its way, and nothing of it is printed',
    async () => {
      const { story } = await first(signer, 'publications?where[state][equals]=live&sort=serial');
      const { serial } = await first(signer, `publications?where[story][equals]=${story}`);
      const page = () => text(`/s/${serial}/`);
      const { title } = (await call(signer, 'GET', `stories/${story}?depth=0`)).body as { title: string };
      const answer = await call(signer, 'POST', `stories/${story}/correction`, {
        wrong: title,
        right: '改错了的一处',
        note: '',
      });
      expect(answer).toMatchObject({ status: 200 });
      await eventually('that something is being corrected', async () => (await page()).includes('正在更正'));
      const { id } = await first(signer, `corrections?where[story][equals]=${story}`);
      await refuse(`corrections/${id}`, '原文没有错，不用更正。');
      await told(signer, `corrections/${id}`, '原文没有错，不用更正。');
      await eventually('nothing of a correction', async () => !(await page()).includes('正在更正'));
      expect(await page()).not.toContain('改错了的一处');
    },
    within(180_000),
  );

  it(
    'a label that is changed while the form of its campaign is open is noticed when it is confirmed, and nothing typed is lost',
    async () => {
      const author = await logIn(browser, product.admin, people.author.email, password);
      const { campaign, post } = await draftedPost(author);
      await signer.goto(`${product.admin}/collections/campaigns/${campaign}`);
      await stands(signer, 'saved');
      await signer.fill('#field-docNo', '示例办〔2031〕9号');
      await choose(signer, 'state', '已确认');
      await sendAs(author, 'PATCH', `posts/${post}`, { label: '换过' });
      await pressSave(signer);
      await stands(signer, 'refused');
      await bar(signer).getByText('排期有人改过').waitFor();
      expect(await signer.inputValue('#field-docNo')).toBe('示例办〔2031〕9号');
      expect((await call(author, 'GET', `campaigns/${campaign}?depth=0`)).body.state).toBe('draft');
      // As the sentence says: the page anew, what was typed put back, and confirmed with the label that is there now.
      await bar(signer).getByText('已暂存').waitFor();
      await reloadAnyway(signer);
      await signer.locator('.cx-saved__found button').first().click();
      await signer.waitForFunction(
        () => (document.querySelector('#field-docNo') as HTMLInputElement | null)?.value !== '',
      );
      await signer.getByText('换过').first().waitFor();
      await pressSave(signer);
      await stands(signer, 'saved');
      await eventually(
        'confirmed',
        async () => (await call(author, 'GET', `campaigns/${campaign}?depth=0`)).body.state === 'confirmed',
      );
    },
    within(180_000),
  );
});

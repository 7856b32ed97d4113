import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleId } from '../../cms/checking/testing/sample-id.ts';
import { wordHeadings } from '../../cms/rich-text/paste/samples.ts';
import { chromiumPath, logIn, noBrowser, openBrowser } from './browser.ts';
import { act, editorHtml, fillTheRest, newParagraph, openReview, press, save, saveNew, typeBehind } from './day.ts';
import { adminPassword, password, people } from './people.ts';
import { furnishedInstallation } from './furnished.ts';
import { chengxin, eventually, startProduct, type Environment, type Running } from './product.ts';
import { pasteHere, storyPageTitle, writeFromWord } from './story-page.ts';
import { within } from '../../.config/patience.ts';
import { openDatabase } from '../../cms/sqlite/open-database.ts';

if (!chromiumPath) console.warn(noBrowser);

const id = sampleId(7);
const phone = '老赖联系电话13900001234。';
let place: Environment;
let product: Running;
let browser: Browser;
let story: string;
let author: Page;
let first: Page;

const enter = (who: keyof typeof people) => logIn(browser, product.admin, people[who].email, password);
const text = async (url: string) => (await fetch(url)).text();

/** Pictures for people to look at, when a folder for them is named. */
async function shot(page: Page, name: string): Promise<void> {
  if (!process.env.SHOTS_DIR) return;
  await mkdir(process.env.SHOTS_DIR, { recursive: true });
  await page.screenshot({ path: join(process.env.SHOTS_DIR, `${name}.png`), fullPage: true });
}

describe.skipIf(!chromiumPath)("a day's work at the desk", () => {
  beforeAll(async () => {
    place = await furnishedInstallation('staffed');
    product = await startProduct(place.env);
    browser = await openBrowser();
    author = await enter('author');
    first = await enter('first');
  }, within(300_000));

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await place?.drop();
  });

  it('what comes from Word arrives as headings, lists and a table, without Word', async () => {
    const html = await writeFromWord(author, product.admin);
    expect(html).toMatch(/<ol><li>亮身份<\/li><li><ul><li>挂牌/);
    expect(html).toMatch(/<table>.*<th>.*年份.*受理/);
    await newParagraph(author);
    await pasteHere(author, wordHeadings);
    await author.locator('.ContentEditable__root h3', { hasText: '办了哪些事' }).waitFor();
    expect(await editorHtml(author)).not.toMatch(/mso|MsoNormal|file:|o:p|w:Word|黑体|font-family/);
    await fillTheRest(author);
  }, within(120_000));

  it('a private number is found where it stands', async () => {
    await typeBehind(author, phone);
    await author.locator('.cx-desk li', { hasText: '手机号码' }).waitFor();
    expect(await author.locator('.cx-desk li', { hasText: '手机号码' }).textContent()).toMatch(/正文第\d+段/);
    await author.locator('.cx-desk li', { hasText: '老赖' }).waitFor();
    await author.locator('.cx-desk button', { hasText: '预览' }).click();
    await author.locator('.cx-dock .cx-frame').waitFor();
    await shot(author, 'story-findings');
    await author.keyboard.press('Escape');
  }, within(60_000));

  it('an ID number is not saved, in one sentence, and nothing typed is lost', async () => {
    await author.fill('#field-summary', `证件号${id}。`);
    const { said, status } = await save(author);
    expect([status, said]).toEqual([400, expect.stringContaining('完整的身份证件号码')]);
    expect(said).not.toContain(id);
    expect(await author.inputValue('#field-title')).toBe(storyPageTitle);
    expect(await editorHtml(author)).toContain('13900001234');
    await shot(author, 'refused');
  }, within(60_000));

  it('mended, it is saved and handed in', async () => {
    await author.fill('#field-summary', '三件事，一张表。');
    await typeBehind(author, '', phone.length);
    story = await saveNew(author);
    await act(author, story, '送审', '待初审');
  }, within(120_000));

  it('comes back with a comment on a paragraph and a reason, and the author sees both', async () => {
    await openReview(first, story);
    await first.locator('.cx-review summary', { hasText: '批注' }).click();
    await first.getByLabel('批注哪一段').selectOption({ index: 2 });
    await first.getByLabel('批注', { exact: true }).fill('请写明是哪一年的数。');
    await first.locator('.cx-review button', { hasText: '加批注' }).click();
    await first.locator('.cx-review blockquote').waitFor();
    await first.getByLabel(/^意见/).fill('年份没有写清。');
    await press(first, '退回', '退回');

    await openReview(author, story);
    await author.locator('.cx-review', { hasText: '请写明是哪一年的数。' }).waitFor();
    await author.locator('.cx-review summary', { hasText: '审签记录' }).click();
    await author.locator('.cx-review', { hasText: '年份没有写清。' }).waitFor();
  }, within(120_000));

  it('the second look shows what changed since the first', async () => {
    await typeBehind(author, '以上是2025年的数。');
    await save(author);
    await act(author, story, '送审', '待初审');
    await openReview(first, story);
    await first.locator('.cx-review summary', { hasText: '改了哪里' }).click();
    await first.locator('.cx-review button', { hasText: '和我上次审时比' }).click();
    await first.locator('.cx-review ins', { hasText: '以上是2025年的数。' }).waitFor();
    await first.locator('.cx-review button', { hasText: '办结' }).click();
    await first.locator('.cx-review summary', { hasText: '0条未办结' }).waitFor();
    await shot(first, 'review-difference');
  }, within(120_000));

  it('signed by different people it is public, with its table', async () => {
    await act(first, story, '初审通过', '待复审');
    const second = await enter('second');
    await act(second, story, '保密审查通过', '待复审');
    await act(second, story, '复审通过', '待终审');
    const signer = await enter('signer');
    await act(signer, story, '终审签发', '已签发');
    expect(await eventually('the public page', publicPage)).toMatch(/<table[\s\S]*受理[\s\S]*<\/table>/);
  }, within(180_000));

  it('two people correct it at once, and the page says so', async () => {
    await propose(await enter('second'));
    const signer = await enter('signer');
    await openReview(signer, story);
    await shot(signer, 'urgent');
    await press(signer, '核对无误，确认更正', '待初审');
    const html = await eventually('the corrected page', async () => {
      const page = await publicPage();
      return page?.includes('id="corrections"') && page;
    });
    expect(html).toMatch(/<li>\s*贴二维码/);
    expect(html.lastIndexOf('示例终审', html.indexOf('id="corrections"'))).toBeGreaterThan(html.indexOf('</table>'));
    expect(html).toMatch(/“贴二维码”原作“贴码”/);
  }, within(180_000));

  it('the audit trail is whole, and says which row of a copy was touched', async () => {
    const admin = await logIn(browser, product.admin, 'admin@chengxin.example', adminPassword);
    for (const [name, path] of [['account', '/security'], ['audit', '/collections/audit'], ['nominations', '/collections/nominations']] as const) {
      await admin.goto(product.admin + path, { waitUntil: 'networkidle' });
      await shot(admin, name);
    }
    await product.stop();
    expect(await chengxin(['audit', 'verify'], place.env)).toMatchObject({ code: 0 });
    const copy = join(place.dir, 'copy');
    expect(await chengxin(['backup', copy], place.env)).toMatchObject({ code: 0 });
    const db = openDatabase(join(copy, 'chengxin.db'));
    db.exec("UPDATE audit SET at = substr(at, 1, 18) || (substr(at, 19, 1) + 1) % 10 || substr(at, 20) WHERE seq = 5");
    db.close();
    const bent = await chengxin(['audit', 'verify'], { ...place.env, DATA_DIR: copy });
    expect(bent).toMatchObject({ code: 1, stdout: expect.stringContaining('第5行') });
  }, within(120_000));
});

/** The story's page as readers see it; null while it is not there. */
async function publicPage(): Promise<string | null> {
  const item = (await text(`${product.site}/c/knowledge/feed.xml`)).split('<item>').find((part) => part.includes(storyPageTitle));
  const link = item && /<link>([^<]+)<\/link>/.exec(item);
  return link ? text(product.site + new URL(link[1]!).pathname) : null;
}

/** Proposes the correction from the panel, as one of the two. */
async function propose(page: Page): Promise<void> {
  await openReview(page, story);
  await page.locator('.cx-review summary', { hasText: '紧急更正' }).click();
  await page.getByLabel(/^原文/).fill('贴码');
  await page.getByLabel('改为').fill('贴二维码');
  await page.getByLabel(/^原因/).fill('名称写得不全。');
  await press(page, '提出紧急更正', '已签发');
}

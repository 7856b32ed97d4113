import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, december, draftedPost, drag, giveReason, sendAs } from './desk-views.ts';
import { choose, chromiumPath, logIn, noBrowser, openBrowser } from './browser.ts';
import { furnishedInstallation } from './furnished.ts';
import { eventually, startProduct, type Environment, type Running } from './product.ts';
import { nominate } from './nominate.ts';
import { password, people } from './people.ts';
import { answerNobody, previewShows, storyPageTitle, writeFromWord } from './story-page.ts';
import { within } from '../../.config/patience.ts';

if (!chromiumPath) console.warn(noBrowser);

const title = '渡口的灯，三十年没有熄过（示例）';
let place: Environment;
let product: Running;
let browser: Browser;
let picture: string;

/** Presses a review button and waits for the panel to show the next stage. */
async function act(page: Page, story: string, button: string, stage: string): Promise<void> {
  await page.goto(story);
  // The panel loads the page anew after each act; to leave before that would cut it short.
  await Promise.all([
    page.waitForEvent('load', { timeout: within(60_000) }),
    page.locator('.cx-review button', { hasText: new RegExp(`^${button}$`) }).click(),
  ]);
  await page.locator('.cx-review h3', { hasText: stage }).first().waitFor();
}

async function text(url: string): Promise<string> {
  return (await fetch(url)).text();
}

describe.skipIf(!chromiumPath)('a role model, from the first word to the front page', () => {
  beforeAll(async () => {
    place = await furnishedInstallation('staffed');
    product = await startProduct(place.env);
    picture = join(place.dir, '渡口.jpg');
    await sharp({ create: { width: 1200, height: 1500, channels: 3, background: '#7a8b6f' } })
      .composite([
        {
          input: Buffer.from(
            '<svg width="1200" height="1500"><circle cx="600" cy="600" r="260" fill="#f3f1ea"/></svg>',
          ),
        },
      ])
      .jpeg()
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '32/1 26/1 0/1' } })
      .toFile(picture);
    browser = await openBrowser();
  }, within(300_000));

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await place?.drop();
  });

  it(
    'is written by one, reviewed by three, and live within two seconds of sign-off',
    async () => {
      const author = await logIn(browser, product.admin, people.author.email, password);
      const signer = await logIn(browser, product.admin, people.signer.email, password);
      const story = await writeModel(author, await nominate(author, signer));
      await act(author, story, '送审', '待初审');

      const first = await logIn(browser, product.admin, people.first.email, password);
      await act(first, story, '初审通过', '待复审');
      const second = await logIn(browser, product.admin, people.second.email, password);
      await act(second, story, '保密审查通过', '待复审');
      await act(second, story, '复审通过', '待终审');

      expect(await text(`${product.site}/`)).not.toContain(title);
      await signer.goto(story);
      const signed = signer.waitForResponse((r) => r.url().includes('/review/sign'));
      await signer.locator('.cx-review button', { hasText: '终审签发' }).click();
      expect((await signed).status()).toBe(200);
      const since = Date.now();
      await eventually('on the front page', async () => (await text(`${product.site}/`)).includes('渡口的灯'));
      const item = (await text(`${product.site}/c/models/feed.xml`))
        .split('<item>')
        .find((part) => part.includes(title));
      const path = new URL(/<link>([^<]+)<\/link>/.exec(item!)![1]!).pathname;
      const page = await text(product.site + path);
      expect(page).toContain('渡口的灯');
      expect(await text(`${product.site}/c/models/`)).toContain('渡口的灯');
      const elapsed = Date.now() - since;
      console.log(`签发后 ${elapsed} 毫秒，页面、栏目、订阅和首页都已更新`);

      const src = /src="(\/media\/[^"]+)"/.exec(page)![1]!;
      const image = await sharp(await (await fetch(product.site + src)).arrayBuffer()).metadata();
      expect(image.width).toBeGreaterThan(300);
      expect(image.exif).toBeUndefined();
    },
    within(240_000),
  );

  it(
    'refuses the author who would sign his own story, in one sentence',
    async () => {
      // The signer also writes here; what he has written somebody else must sign.
      const signer = await logIn(browser, product.admin, people.signer.email, password);
      const story = await writeNews(signer);
      await act(signer, story, '送审', '待初审');
      await act(await logIn(browser, product.admin, people.first.email, password), story, '初审通过', '待复审');
      const second = await logIn(browser, product.admin, people.second.email, password);
      await act(second, story, '保密审查通过', '待复审');
      await act(second, story, '复审通过', '待终审');

      await signer.goto(story);
      await signer.locator('.cx-review summary', { hasText: '为什么我不能做别的' }).click();
      await signer.locator('.cx-review', { hasText: /终审签发：.*自己/ }).waitFor();
      expect(await signer.locator('.cx-review button', { hasText: '终审签发' }).count()).toBe(0);
      // Nor by going round the page.
      const id = story.split('/').at(-1);
      const answer = await signer.evaluate(async (url) => {
        const response = await fetch(url, {
          method: 'POST',
          credentials: 'include',
          headers: { 'content-type': 'application/json' },
          body: '{}',
        });
        return { status: response.status, body: await response.text() };
      }, `/api/stories/${id}/review/sign`);
      expect(answer.status).toBe(403);
      expect(answer.body).toMatch(/自己/);
    },
    within(240_000),
  );

  it(
    'a story pasted from Word shows its checks and previews, and outlives a closed tab',
    async () => {
      const page = await logIn(browser, product.admin, people.author.email, password);
      const html = await writeFromWord(page, product.admin);
      expect(html).toMatch(/<ol><li>亮身份<\/li><li><ul><li>挂牌/);
      expect(html).toMatch(/<table>.*<th>.*年份.*受理/);
      await page.locator('.cx-desk button', { hasText: '预览' }).click();
      await previewShows(page, '微信', '阅读原文');
      await previewShows(page, '微信', '亮承诺');
      await previewShows(page, '报纸', '受理｜');
      await previewShows(page, '网站', '未签发');
      expect(await axeFindings(page, '.cx-dock')).toEqual([]);
      await page.keyboard.press('Escape');

      await page.fill('#field-summary', '号码是11010519491231002X。');
      await page.locator('.cx-desk', { hasText: '阻止' }).waitFor();
      await page.locator('.cx-saved', { hasText: '只留在这台电脑' }).waitFor();
      expect(await axeFindings(page, '.cx-desk')).toEqual([]);
      await page.locator('.cx-desk__jump').first().click();
      await page.locator('#field-summary:focus').waitFor();

      const context = page.context();
      await page.close({ runBeforeUnload: false });
      const later = await context.newPage();
      await later.goto(`${product.admin}/collections/stories/create`);
      await later.locator('.cx-saved__found button', { hasText: '恢复到表单' }).click();
      await later.locator(`#field-title[value="${storyPageTitle}"]`).waitFor();
      expect(await later.inputValue('#field-summary')).toBe('号码是11010519491231002X。');
      await later.locator('.ContentEditable__root table').waitFor();

      await later.fill('#field-summary', '三件事，一张表。');
      await later.locator('#action-save').first().click();
      await later.waitForURL(/\/collections\/stories\/(?!create)[^/]+$/);
      await later.goto(`${product.admin}/collections/stories/create`);
      await later.locator('.cx-desk', { hasText: '字数' }).waitFor();
      expect(await later.locator('.cx-saved__found').count()).toBe(0);
    },
    within(180_000),
  );

  it(
    'moves a post by pointer and by keys, never without a reason, and remembers it',
    async () => {
      const drafter = await logIn(browser, product.admin, people.author.email, password);
      const { campaign, post } = await draftedPost(drafter);
      // A reviewer does not agree to the words: they go back with the reason, and come anew when they are changed.
      const reviewer = await logIn(browser, product.admin, people.first.email, password);
      await reviewer.goto(`${product.admin}/collections/campaigns/${campaign}`);
      await reviewer.locator('.cx-waiting summary', { hasText: '不同意' }).click();
      await reviewer.locator('.cx-waiting details textarea').fill('主题和文件不一样。');
      await reviewer.locator('.cx-waiting button', { hasText: '不同意，退回去' }).click();
      await reviewer.locator('.cx-waiting', { hasText: `${people.first.name}没有同意：主题和文件不一样。` }).waitFor();
      await sendAs(drafter, 'PATCH', `campaigns/${campaign}`, { theme: '诺必果' });
      const page = await logIn(browser, product.admin, people.signer.email, password);
      await sendAs(page, 'PATCH', `campaigns/${campaign}`, { state: 'confirmed' });
      const standsOn = (date: number) => page.locator(`[data-day="${december.day(date)}"] #p-${post}`).waitFor();
      await page.goto(`${product.admin}/calendar?month=${december.month}`);
      await standsOn(4);
      await drag(page, post, december.day(7));
      expect(await giveReason(page, '当天另有安排')).toContain('改到 12月7日 09:00');
      await standsOn(7);

      await page.locator(`#p-${post}:focus`).waitFor();
      await page.keyboard.press('ArrowLeft');
      await page.locator('.cx-month__said', { hasText: '拟移到12月6日' }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.cx-dialog').waitFor();
      // A reason is asked for: nothing is sent without one.
      await page.locator('.cx-dialog button', { hasText: '移动' }).click();
      expect(await page.locator('.cx-dialog input:invalid').count()).toBe(1);
      expect(await axeFindings(page)).toEqual([]);
      expect(await giveReason(page, '提前一天')).toContain('改到 12月6日 09:00');
      await standsOn(6);

      await page.locator(`[data-post="${post}"]`).hover();
      await page.locator(`[data-post="${post}"] button`).click();
      expect(await page.locator('.cx-dialog__moves li').allTextContents()).toEqual([
        expect.stringContaining('提前一天'),
        expect.stringContaining('当天另有安排'),
      ]);
      await page.keyboard.press('Escape');
      await page.locator('.cx-dialog').waitFor({ state: 'detached' });
      expect(await axeFindings(page)).toEqual([]);
    },
    within(120_000),
  );

  it(
    'pauses a channel with a reason that everybody sees, and lets it go on',
    async () => {
      const page = await logIn(browser, product.admin, people.signer.email, password);
      await page.goto(`${product.admin}/ledger`);
      await page.locator('button', { hasText: '暂停一个渠道' }).click();
      await page.locator('.cx-dialog select').selectOption('weibo');
      await page.locator('.cx-dialog input').fill('账号正在年审');
      await page.keyboard.press('Enter');
      await page.locator('.cx-pauses__list', { hasText: '账号正在年审' }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.goto(product.admin);
      await page.locator('.cx-banner', { hasText: '微博已暂停' }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.goto(`${product.admin}/ledger`);
      await page.locator('button', { hasText: '恢复' }).click();
      await page.locator('.cx-said', { hasText: '微博已恢复' }).waitFor();
      await page.locator('.cx-pauses__list').waitFor({ state: 'detached' });
    },
    within(120_000),
  );
});

/** Completes an accepted candidate's draft with a picture through the admin. @returns the story's address in the admin */
async function writeModel(page: Page, id: string): Promise<string> {
  await page.goto(`${product.admin}/collections/stories/${id}`);
  await page.fill('#field-title', title);
  await page.fill('#field-summary', '风雨天也有人等船，灯就得亮着。');
  await page.fill('#field-authorName', '示例采编');
  await page.locator('#field-cover button', { hasText: /新/ }).first().click();
  const drawer = page.locator('.drawer__content, .doc-drawer').last();
  await drawer.locator('input[type="file"]').setInputFiles(picture);
  await drawer.locator('#field-alt').fill('傍晚的渡口，一盏灯照着木船');
  await choose(page, 'shows', '没有人');
  await drawer.locator('#action-save').click();
  await page.locator('#field-cover', { hasText: 'image/jpeg' }).waitFor({ timeout: within(60_000) });
  await saved(page);
  return page.url();
}

/** Writes a complete piece of news through the admin. @returns the story's address in the admin */
async function writeNews(page: Page): Promise<string> {
  await page.goto(`${product.admin}/collections/stories/create`);
  await page.fill('#field-title', '渡口添了一盏灯（示例）');
  await choose(page, 'kind', '活动动态');
  await choose(page, 'column', '信用动态');
  await page.fill('#field-summary', '夜里等船的人，看得见时刻表了。');
  await answerNobody(page);
  await page.locator('.ContentEditable__root').first().click();
  await page.keyboard.type('示例渡口昨晚添了一盏灯，照着开船的时刻表。');
  await page.fill('#field-source', '诚信广元编辑部（示例）');
  await page.fill('#field-authorName', '示例采编');
  await page.locator('#action-save').first().click();
  await page.waitForURL(/\/collections\/stories\/(?!create)[^/]+$/);
  return page.url();
}

/** Presses 保存 and waits until the server has taken it. */
async function saved(page: Page): Promise<void> {
  const answer = page.waitForResponse(
    (r) => r.request().method() === 'PATCH' || (r.request().method() === 'POST' && r.url().includes('/api/stories/')),
  );
  await page.locator('#action-save').first().click();
  expect((await answer).status()).toBe(200);
}

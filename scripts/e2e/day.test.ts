import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleId } from '../../cms/checking/testing/sample-id.ts';
import { p, r, relations, word } from '../../cms/import/testing/word-parts.ts';
import type { ImportReport } from '../../cms/import/report.ts';
import { wordHeadings } from '../../cms/rich-text/testing/paste-samples.ts';
import { chromiumPath, logIn, noBrowser, openBrowser } from './browser.ts';
import { act, editorHtml, fillTheRest, newParagraph, openReview, press, save, saveNew, typeBehind } from './day.ts';
import { adminPassword, password, people } from './people.ts';
import { axeFindings } from './desk-views.ts';
import { furnishedInstallation } from './furnished.ts';
import { chengxin, eventually, startProduct, type Environment, type Running } from './product.ts';
import { askForPush, confirmPush, sentInLedger } from './push.ts';
import { copyAndPaste, pasteFromProgram, pasteHere, storyPageTitle, writeFromWord } from './story-page.ts';
import { within } from '../../.config/patience.ts';
import { openDatabase } from '../../cms/sqlite/open-database.ts';

if (!chromiumPath) console.warn(noBrowser);

const id = sampleId(7);
/** An article of WeChat with a sound, a film, a picture behind words, a drawing and a button, which the desk has no place for. */
const weChatArticle =
  '<section data-role="outer"><section><p><span leaf="">示例录音见下。</span></p><mpvoice name="示例录音" voice_encode_fileid="x">&nbsp;</mpvoice><iframe class="video_iframe" data-src="https://v.example/1"></iframe><section style="background-image:url(data:image/gif;base64,R0lGODlhAQABAAAAACw=);height:20px"></section><p><span leaf="">示例录音见上。</span></p><svg width="40" height="20"><text y="10">示例流程</text></svg><p style="display:none">示例暗字</p><button>去报名</button></section></section>';
/** A passage of Word with a struck word, a comment, a deleted word, a box that is ticked and a place to sign. */
const wordPassage =
  '<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><!--StartFragment--><p class=MsoNormal><span style="font-family:Wingdings;mso-char-type:symbol">\u00fe</span>示例同意<s>划去的</s><del cite="mailto:x" datetime="2026-06-01T00:00">删去的</del><a style=\'mso-comment-reference:x_1\'>改过的</a><span class=MsoCommentReference><span style=\'mso-special-character:comment\'>批</span></span>，签名<u><span style="mso-spacerun:yes">&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;</span></u></p><!--EndFragment--></body></html>';
/** An equation of old Word, which nobody can read any more. */
const oldEquation =
  '<w:r><w:object><v:shape><v:imagedata r:id="x"/></v:shape><o:OLEObject ProgID="Equation.3"/></w:object></w:r>';
const phone = '老赖联系电话13900001234。';
let place: Environment;
let product: Running;
let browser: Browser;
let story: string;
let imported: string;
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
    imported = await importWord(
      p(`${r('示例公式见下。')}${oldEquation}<w:r><w:commentReference w:id="1"/></w:r>`) + p(r('示例正文。')),
      {
        '_rels/document.xml.rels': relations(['h', 'header', 'header1.xml']),
        'header1.xml': p('<w:r><w:pict><v:shape><v:textpath string="示例内部资料"/></v:shape></w:pict></w:r>'),
      },
    );
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

  it(
    'what comes from Word arrives as headings, lists and a table, without Word',
    async () => {
      const html = await writeFromWord(author, product.admin);
      expect(html).toMatch(/<ol><li>亮身份<\/li><li><ul><li>挂牌/);
      expect(html).toMatch(/<table>.*<th>.*年份.*受理/);
      await newParagraph(author);
      await pasteHere(author, wordHeadings);
      await author.locator('.ContentEditable__root h3', { hasText: '办了哪些事' }).waitFor();
      expect(await editorHtml(author)).not.toMatch(/mso|MsoNormal|file:|o:p|w:Word|黑体|font-family/);
      await fillTheRest(author);
    },
    within(120_000),
  );

  it(
    'what pasting left out is said over the text, each with its place, until it has been read',
    async () => {
      await newParagraph(author);
      await copyAndPaste(author, weChatArticle);
      const notes = author.locator('.cx-paste-notes');
      for (const said of [
        /^第1段后的音频“示例录音”没有带入/,
        /^第1段后嵌入的网页（https:\/\/v\.example\/1）没有带入/,
        /^第1段后有背景图片没有带入/,
        /^第2段后的矢量图形“示例流程”没有带入/,
        /^第2段后的按钮“去报名”没有带入/,
      ])
        await notes.locator('li', { hasText: said }).waitFor();
      // They stand at the text they speak of: in the same field, above it.
      const [told, written] = [
        await notes.boundingBox(),
        await author.locator('.ContentEditable__root').first().boundingBox(),
      ];
      expect(told!.y + told!.height).toBeLessThanOrEqual(written!.y + 1);
      await author.locator('.ContentEditable__root p', { hasText: '示例录音见上。' }).waitFor();
      expect(await editorHtml(author)).not.toMatch(/v\.example|去报名|示例流程|暗字/);
      await shot(author, 'paste-notes');
      await notes.locator('button', { hasText: '知道了' }).click();
      await notes.waitFor({ state: 'detached' });

      await newParagraph(author);
      await pasteFromProgram(author, wordPassage);
      for (const said of [
        /^第1段“☑示例同意划去的.*”里有删除线的文字照原样带入/,
        /里有修订中删除的文字没有带入/,
        /里有批注没有带入/,
      ])
        await notes.locator('li', { hasText: said }).waitFor();
      await author.locator('.ContentEditable__root p', { hasText: '☑示例同意划去的改过的，签名______' }).waitFor();
      expect(await editorHtml(author)).not.toMatch(/删去的|批|\u00fe/);
      await notes.locator('button', { hasText: '知道了' }).click();
    },
    within(60_000),
  );

  it(
    'what importing left out of a Word file stands beside the draft',
    async () => {
      await first.goto(`${product.admin}/collections/stories/${imported}`);
      await first.locator('.ContentEditable__root p', { hasText: '示例正文。' }).waitFor();
      const notes = first.locator('#field-origin__notes');
      await notes.scrollIntoViewIfNeeded();
      expect(await notes.isVisible()).toBe(true);
      for (const said of [
        '水印“示例内部资料”没有带入',
        '第1段“示例公式见下。”里的公式没有带入：请在正文里补写。',
        '第1段“示例公式见下。”里有批注没有带入',
      ])
        expect(await notes.inputValue()).toContain(said);
      await shot(first, 'import-notes');
    },
    within(60_000),
  );

  it(
    'a private number is found where it stands',
    async () => {
      await typeBehind(author, phone);
      await author.locator('.cx-desk li', { hasText: '手机号码' }).waitFor();
      expect(await author.locator('.cx-desk li', { hasText: '手机号码' }).textContent()).toMatch(/正文第\d+段/);
      await author.locator('.cx-desk li', { hasText: '老赖' }).waitFor();
      await author.locator('.cx-desk button', { hasText: '预览' }).click();
      await author.locator('.cx-dock .cx-frame').waitFor();
      await shot(author, 'story-findings');
      await author.keyboard.press('Escape');
    },
    within(60_000),
  );

  it(
    'an ID number is not saved, in one sentence, and nothing typed is lost',
    async () => {
      await author.fill('#field-summary', `证件号${id}。`);
      const { said, status } = await save(author);
      expect([status, said]).toEqual([400, expect.stringContaining('完整的身份证件号码')]);
      expect(said).not.toContain(id);
      expect(await author.inputValue('#field-title')).toBe(storyPageTitle);
      expect(await editorHtml(author)).toContain('13900001234');
      await shot(author, 'refused');
    },
    within(60_000),
  );

  it(
    'mended, it is saved and handed in',
    async () => {
      await author.fill('#field-summary', '三件事，一张表。');
      await typeBehind(author, '', phone.length);
      story = await saveNew(author);
      await act(author, story, '送审', '待初审');
    },
    within(120_000),
  );

  it(
    'comes back with a comment on a paragraph and a reason, and the author sees both',
    async () => {
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
    },
    within(120_000),
  );

  it(
    'the second look shows what changed since the first',
    async () => {
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
    },
    within(120_000),
  );

  it(
    'signed by different people it is public, with its table',
    async () => {
      await act(first, story, '初审通过', '待复审');
      const second = await enter('second');
      await act(second, story, '保密审查通过', '待复审');
      await act(second, story, '复审通过', '待终审');
      const signer = await enter('signer');
      await act(signer, story, '终审签发', '已签发');
      expect(await eventually('the public page', publicPage)).toMatch(/<table[\s\S]*受理[\s\S]*<\/table>/);
    },
    within(180_000),
  );

  it(
    'pushed without a campaign: asked for by one, confirmed by another, it is out in a minute and in the ledger',
    async () => {
      await askForPush(author, story, '三件事讲给商户听。');
      await shot(author, 'push-asked');
      const signer = await enter('signer');
      await confirmPush(signer, product.admin, storyPageTitle);
      await shot(signer, 'push-confirmed');
      expect(await axeFindings(signer)).toEqual([]);
      await sentInLedger(signer, product.admin, storyPageTitle);
      await shot(signer, 'push-sent');
    },
    within(300_000),
  );

  it(
    'two people correct it at once, and the page says so',
    async () => {
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
    },
    within(180_000),
  );

  it(
    'the audit trail is whole, and says which row of a copy was touched',
    async () => {
      const admin = await logIn(browser, product.admin, 'admin@chengxin.example', adminPassword);
      for (const [name, path] of [
        ['account', '/security'],
        ['audit', '/collections/audit'],
        ['nominations', '/collections/nominations'],
      ] as const) {
        await admin.goto(product.admin + path, { waitUntil: 'networkidle' });
        await shot(admin, name);
      }
      await product.stop();
      expect(await chengxin(['audit', 'verify'], place.env)).toMatchObject({ code: 0 });
      const copy = join(place.dir, 'copy');
      expect(await chengxin(['backup', copy], place.env)).toMatchObject({ code: 0 });
      const db = openDatabase(join(copy, 'chengxin.db'));
      db.exec(
        'UPDATE audit SET at = substr(at, 1, 18) || (substr(at, 19, 1) + 1) % 10 || substr(at, 20) WHERE seq = 5',
      );
      db.close();
      const bent = await chengxin(['audit', 'verify'], { ...place.env, DATA_DIR: copy });
      expect(bent).toMatchObject({ code: 1, stdout: expect.stringContaining('第5行') });
    },
    within(120_000),
  );
});

/** The story's page as readers see it; null while it is not there. */
async function publicPage(): Promise<string | null> {
  const item = (await text(`${product.site}/c/knowledge/feed.xml`))
    .split('<item>')
    .find((part) => part.includes(storyPageTitle));
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

/** Imports one Word file as the administrator of the server does. @returns the draft's identifier */
async function importWord(body: string, parts: Record<string, string>): Promise<string> {
  const folder = join(place.dir, 'old');
  await mkdir(folder);
  await writeFile(join(folder, 'a.docx'), word(body, parts));
  const { stdout } = await chengxin(['import', folder, '--json'], place.env);
  const [file] = (JSON.parse(stdout) as ImportReport).files;
  if (!file?.storyId) throw new Error(`not imported: ${stdout}`);
  return file.storyId;
}

import { v7 as uuid } from 'uuid';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../.config/patience.ts';
import { openTestCms } from '../../cms/testing/test-cms.ts';
import { openContent } from '../../cms/content/content.ts';
import { readAllKinds } from '../../cms/texts/files/entries.ts';
import { wordsOf } from '../../cms/texts/files/file-words.ts';
import { chromiumPath, logIn, noBrowser, openBrowser } from './browser.ts';
import { axeFindings } from './desk-views.ts';
import { furnishedInstallation } from './furnished.ts';
import { people, password } from './people.ts';
import { eventually, startProduct, type Environment, type Running } from './product.ts';

if (!chromiumPath) console.warn(noBrowser);
const before = '从前的摘要，大家读到的是这一句。';

describe.skipIf(!chromiumPath)('a file of content/ that was changed on the server, in a browser', () => {
  let place: Environment;
  let product: Running;
  let browser: Browser;
  let summary = '';
  let taxes = '';

  beforeAll(async () => {
    place = await furnishedInstallation('staffed');
    // As it is where the file says something else now than what the public last read.
    const entry = (await readAllKinds(openContent({ root: process.cwd(), city: 'guangyuan' }))).find(
      ({ kind, name }) => kind === 'lists' && name === 'wage-arrears',
    )!;
    summary = String(wordsOf('lists', entry.data).summary);
    const payload = await openTestCms(place.env.DATA_DIR ?? '');
    for (const name of ['wage-arrears', 'major-tax-violations']) {
      const { data } = (await readAllKinds(openContent({ root: process.cwd(), city: 'guangyuan' }))).find(
        (one) => one.kind === 'lists' && one.name === name,
      )!;
      const said = Object.entries({ ...wordsOf('lists', data), summary: before }).map(([field, says]) => ({
        field,
        says,
      }));
      const now = new Date().toISOString();
      await payload.db.create({
        collection: 'public-texts',
        data: {
          id: uuid(),
          key: `files/lists/${name}`,
          subject: 'files',
          row: `lists/${name}`,
          words: { origin: 'agreed', said },
          version: 'before',
          pages: [],
          agreedAt: now,
          createdAt: now,
          updatedAt: now,
        },
      });
      taxes = String(data.summary);
    }
    // A word list of this city that stops a word of the second one.
    await payload.create({
      collection: 'lexicons',
      data: {
        slug: 'of-this-city',
        title: '本市用语',
        group: 'wording',
        edition: '2026-11-20',
        owner: '编辑部',
        source: '自编',
        confidence: 1,
        active: true,
        entries: [{ wrong: '虚开发票', right: '别的说法', why: '本市不这样写', level: 'block' }],
      } as never,
    });
    await payload.destroy();
    product = await startProduct(place.env);
    browser = await openBrowser();
  }, within(300_000));
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await place?.drop();
  });

  const page = async (name = 'wage-arrears') => (await fetch(`${product.site}/lists/${name}/`)).text();

  it('stands on 今日, is compared, agreed to, and then the public reads it', async () => {
    expect(await page()).toContain(before);
    const writer = await logIn(browser, product.admin, people.author.email, password);
    expect(await writer.locator('a[href="/admin/files#lists--wage-arrears"]').count()).toBe(0);
    const desk = await logIn(browser, product.admin, people.first.email, password);
    await desk.locator('a[href="/admin/files#lists--wage-arrears"]').first().click();
    const section = desk.locator('section[aria-labelledby="lists--wage-arrears"]');
    await section.locator('table').waitFor();
    expect(await section.innerText()).toContain('content/lists/wage-arrears.yaml');
    for (const words of [before, summary]) expect(await section.locator('table').innerText()).toContain(words);
    expect(await axeFindings(desk)).toEqual([]);
    await section.getByRole('button', { name: '同意，换上新的' }).click();
    await section.getByRole('status').waitFor();
    expect(await section.innerText()).toContain('已同意');
    await section.getByText('网站上的文字和这份文件一样了。').waitFor();
    await eventually('the new words', async () => (await page()).includes(summary));
    expect(await page()).not.toContain(before);
  });

  it('what the checks stop is passed on to the secrecy reviewer, who agrees with a reason that stays', async () => {
    const name = 'major-tax-violations';
    const open = async (email: string) => {
      const desk = await logIn(browser, product.admin, email, password);
      await desk.goto(`${product.admin}/files#lists--${name}`);
      const section = desk.locator(`section[aria-labelledby="lists--${name}"]`);
      await section.locator('table').waitFor();
      return { desk, section };
    };
    const first = await open(people.first.email);
    for (const told of ['本市不这样写', '请保密审查人写明理由后同意'])
      expect(await first.section.innerText()).toContain(told);
    expect(await first.section.getByRole('button', { name: '同意，换上新的' }).count()).toBe(0);
    const { desk, section } = await open(people.second.email);
    expect(await section.innerText()).toContain('本市不这样写');
    const [reason, button] = [section.locator('textarea'), section.getByRole('button', { name: '同意，换上新的' })];
    // Without a reason there is nothing to press; one that is too short for the server is refused, and stays where it was typed.
    expect(await button.isDisabled()).toBe(true);
    await reason.fill('看错');
    expect(await button.isDisabled()).toBe(true);
    await reason.fill(`经办人证件号${['11010519491231', '002X'].join('')}`);
    await button.click();
    await section.getByText('身份证件号码').waitFor();
    expect(await reason.inputValue()).toContain('经办人证件号');
    expect(await page(name)).toContain(before);
    expect(await axeFindings(desk)).toEqual([]);
    const why = '这是法律里的正式说法，不能换。';
    await reason.fill(why);
    await button.click();
    await section.getByText('网站上的文字和这份文件一样了。').waitFor();
    await eventually('the new words', async () => (await page(name)).includes(taxes));
    const kept = async (path: string) =>
      JSON.stringify(await desk.evaluate(async (at) => (await fetch(at)).json(), path));
    expect(await kept(`/api/public-texts?where[row][equals]=lists/${name}&depth=0`)).toContain(why);
    const auditor = await openTestCms(place.env.DATA_DIR ?? '');
    const { docs } = await auditor
      .find({ collection: 'audit', where: { rowId: { equals: `lists--${name}` } }, pagination: false })
      .finally(() => auditor.destroy());
    expect(docs.map(({ actorName, reason: said }) => `${actorName}：${said}`)).toContain(
      `${people.second.name}：${why}`,
    );
  });
});

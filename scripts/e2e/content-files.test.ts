import { v7 as uuid } from 'uuid';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../.config/patience.ts';
import { openTestCms } from '../../cms/testing/test-cms.ts';
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

  beforeAll(async () => {
    place = await furnishedInstallation('staffed');
    // As it is where the file says something else now than what the public last read.
    const entry = (await readAllKinds({ root: process.cwd(), city: 'guangyuan' })).find(({ kind, name }) => kind === 'lists' && name === 'wage-arrears')!;
    const words = wordsOf('lists', entry.data);
    summary = String(words.summary);
    const said = Object.entries({ ...words, summary: before }).map(([field, says]) => ({ field, says }));
    const payload = await openTestCms(place.env.DATA_DIR ?? '');
    const now = new Date().toISOString();
    await payload.db.create({ collection: 'public-texts', data: { id: uuid(), key: 'files/lists/wage-arrears', subject: 'files', row: 'lists/wage-arrears', words: { origin: 'agreed', said }, version: 'before', pages: [], agreedAt: now, createdAt: now, updatedAt: now } });
    await payload.destroy();
    product = await startProduct(place.env);
    browser = await openBrowser();
  }, within(300_000));
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await place?.drop();
  });

  const page = async () => (await fetch(`${product.site}/lists/wage-arrears/`)).text();

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
});

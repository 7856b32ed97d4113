import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../.config/patience.ts';
import { pieces, type Pictures } from '../../cms/review/testing/unlawful.ts';
import { chromiumPath, logIn, noBrowser, openBrowser } from './browser.ts';
import { openReview, press } from './day.ts';
import { furnishedInstallation } from './furnished.ts';
import { password, people } from './people.ts';
import { startProduct, type Environment, type Running } from './product.ts';
import { forceIn, sendPictures, write } from './unlawful.ts';

if (!chromiumPath) console.warn(noBrowser);

let place: Environment;
let product: Running;
let browser: Browser;
let author: Page;
let pictures: Pictures;

const page = (id: string) => `${product.admin}/collections/stories/${id}`;

describe.skipIf(!chromiumPath)('nothing unlawful gets past the desk', () => {
  beforeAll(async () => {
    place = await furnishedInstallation('staffed');
    product = await startProduct(place.env);
    browser = await openBrowser();
    author = await logIn(browser, product.admin, people.author.email, password);
    pictures = await sendPictures(author);
  }, within(300_000));

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await place?.drop();
  });

  it.each(Object.keys(pieces({ captioned: '', described: '', plain: '' })))(
    '%s: refused with what to do; the lawful version is handed in',
    async (name) => {
      const { lawful, says, unlawful } = pieces(pictures)[name]!;
      const id = await write(author, unlawful);
      await openReview(author, page(id));
      await author.locator('.cx-review', { hasText: '送审前还缺' }).waitFor();
      expect(await author.locator('.cx-review').innerText()).toMatch(says);
      expect(await forceIn(author, id)).toMatchObject({ status: 422, said: expect.stringMatching(says) });
      const other = await write(author, lawful);
      await openReview(author, page(other));
      await press(author, '送审', '待初审');
    },
    within(120_000),
  );

  it(
    'where form and text disagree, the secrecy reviewer settles it in the form, with a reason, and nobody else',
    async () => {
      const fable = pieces(pictures)['读者来信']!.unlawful;
      const id = await write(author, fable);
      const settle = async (who: Page, reason: string) => {
        await who.goto(page(id));
        const line = who.locator('.cx-desk li', { hasText: '认得出谁，是褒是贬' });
        await line.locator('summary', { hasText: '这不是问题' }).click();
        await line.locator('input').fill(reason);
        await line.locator('button', { hasText: '记下' }).click();
        return line;
      };
      const refused = await settle(author, '我看过了，没有问题。');
      await refused.getByText('只有保密审查人可以判定').waitFor();
      const second = await logIn(browser, product.admin, people.second.email, password);
      await settle(second, '信里的人是寓言里的人物，不是真人。');
      const settled = second.locator('.cx-desk details', { hasText: '已有人认定不是问题' });
      await settled.locator('summary').click();
      expect(await settled.innerText()).toContain('示例复审：信里的人是寓言里的人物，不是真人。');
      await openReview(author, page(id));
      await press(author, '送审', '待初审');
    },
    within(180_000),
  );

  it(
    'what is no problem in any story is said once, by those who may, and every other story says who said so',
    async () => {
      const [one, other] = [
        await write(author, { summary: '不做老赖，守信光荣。' }),
        await write(author, { summary: '不做老赖，守信光荣。' }),
      ];
      const second = await logIn(browser, product.admin, people.second.email, password);
      const lineOf = async (who: Page, id: string) => {
        await who.goto(page(id));
        const line = who.locator('.cx-desk li', { hasText: '老赖' }).first();
        await line.locator('summary', { hasText: '这不是问题' }).click();
        return line;
      };
      expect(await (await lineOf(author, one)).locator('select').count()).toBe(0);
      const line = await lineOf(second, one);
      await line.locator('select').selectOption('所有稿件');
      await line.locator('input').fill('引的是宣传口号，没有称呼谁。');
      await line.locator('button', { hasText: '记下' }).click();
      await second.locator('.cx-desk details', { hasText: '已有人认定不是问题' }).waitFor();
      await author.goto(page(other));
      const settled = author.locator('.cx-desk details', { hasText: '已有人认定不是问题' });
      await settled.locator('summary').click();
      expect(await settled.innerText()).toContain('示例复审（所有稿件）：引的是宣传口号，没有称呼谁。');
      await second.context().close();
    },
    within(180_000),
  );

  it(
    'the proofs that an answer asks for stand in the form of every kind',
    async () => {
      const id = await write(author, {
        ...pieces(pictures)['读者来信']!.unlawful,
        answer: { who: 'person', tone: 'negative' },
      });
      await openReview(author, page(id));
      await author.locator('#field-disclosure__proof__basisDoc').waitFor();
      expect(await author.locator('.cx-review').innerText()).toMatch(/公开的依据[\s\S]*异议入口/);
    },
    within(60_000),
  );
});

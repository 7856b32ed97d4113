import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureReader } from '../../site/testing/fixture-reader.ts';
import { serveBuilt } from '../../site/testing/serve.ts';
import { buildSite } from '../../site/server/testing/build-site.ts';
import { within } from '../../.config/patience.ts';
import { chromiumPath, noBrowser, openBrowser } from './browser.ts';
import { axeFindings } from './desk-views.ts';

// What the pages about access and privacy promise (docs/promises.md), looked at in a real browser, page by page.
if (!chromiumPath) console.warn(noBrowser);

const pages = [
  '/',
  '/c/models/',
  '/c/news/',
  '/s/101',
  '/s/107',
  '/s/130',
  '/s/93',
  '/year/2026/',
  '/lists/',
  '/teach/',
  '/search/?q=诚信',
  '/about/accessibility/',
  '/about/privacy/',
  '/sitemap/',
  '/nothing-here',
];
let browser: Browser;
let server: Server;
let dist: string;
let url: string;

/** Opens pages one after another in one browser, and closes it. */
async function looking<T>(
  how: BrowserContextOptions,
  look: (page: Page, path: string) => Promise<T>,
  at = pages,
): Promise<[string, T][]> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...how });
  try {
    const page = await context.newPage();
    const seen: [string, T][] = [];
    for (const path of at) {
      await page.goto(url + path);
      seen.push([path, await look(page, path)]);
    }
    return seen;
  } finally {
    await context.close();
  }
}
const all = <T>(value: T): [string, T][] => pages.map((path) => [path, value]);
const elder = (page: Page) => page.evaluate(() => localStorage.setItem('look', 'old')).then(() => page.reload());

describe.skipIf(!chromiumPath)('the public pages', () => {
  beforeAll(async () => {
    dist = await buildSite();
    ({ url, server } = await serveBuilt(fixtureReader(), 0, dist));
    browser = await openBrowser();
  }, within(180_000));
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it('nobody is asked to log in, to prove anything, or to fetch a program', async () => {
    expect(
      await looking({}, (page) =>
        page.evaluate(
          () =>
            document.querySelectorAll(
              'input[type=password], input[type=email], input[type=tel], [download$=".apk"], [href$=".apk"], [href$=".exe"]',
            ).length,
        ),
      ),
    ).toEqual(all(0));
  });

  it('no cookie, and no request to anybody else', async () => {
    const asked = new Set<string>();
    const cookies = await looking({}, async (page) => {
      page.on('request', (request) => asked.add(new URL(request.url()).origin));
      await page.reload();
      return (await page.context().cookies()).length + (await page.evaluate(() => document.cookie.length));
    });
    expect(cookies).toEqual(all(0));
    expect([...asked].filter((origin) => origin !== new URL(url).origin && origin !== 'null')).toEqual([]);
  });

  it('choices stay in the browser: the same page, the same words, and nothing is sent', async () => {
    const sent: string[] = [];
    // A browser fetches the icon that the page names when it finds the time for it, which may be after the click; a plain fetch of it tells nobody anything.
    const icons = new Set<string>();
    const seen = await looking({}, async (page) => {
      for (const icon of await page
        .locator('link[rel~=icon]')
        .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href)))
        icons.add(icon);
      const words = () => page.evaluate(() => document.querySelector('main')?.textContent?.replace(/\s/g, ''));
      const before = await words();
      page.on('request', (request) => sent.push(request.url()));
      await page.evaluate(() => document.querySelector<HTMLElement>('header [data-tool=elder]')?.click());
      const after = {
        look: await page.evaluate(() => document.documentElement.dataset['look']),
        kept: await page.evaluate(() => localStorage.getItem('look')),
        same: (await words()) === before,
      };
      page.removeAllListeners('request');
      await page.evaluate(() => localStorage.clear());
      return after;
    });
    expect(seen).toEqual(all({ look: 'old', kept: 'old', same: true }));
    expect(icons.size).toBeGreaterThan(0);
    expect(sent.filter((address) => !icons.has(address))).toEqual([]);
  });

  it('without scripts every page says all it has to say, and the search finds', async () => {
    const read = (page: Page) =>
      page.evaluate(() => document.querySelector('main')?.textContent?.replace(/\s/g, '').length ?? 0);
    const [without, withScripts] = [
      await looking({ javaScriptEnabled: false }, async (page) => (await page.locator('main').innerText()).length > 40),
      await looking({}, async (page) => (await read(page)) > 40),
    ];
    expect(without).toEqual(withScripts);
    const found = await looking(
      { javaScriptEnabled: false },
      async (page) => {
        await page.locator('input[name=q]').first().fill('账簿');
        await Promise.all([page.waitForURL(/q=/), page.locator('input[name=q]').first().press('Enter')]);
        return (await page.locator('main').innerText()).includes('账簿');
      },
      ['/search/'],
    );
    expect(found).toEqual([['/search/', true]]);
  });

  it('the keyboard reaches everything, and one sees where it is', async () => {
    const seen = await looking({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.keyboard.press('Tab');
      const first = await page.evaluate(() => document.activeElement?.textContent?.trim());
      const wanted = await page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')].filter(
            (e) => e.offsetParent !== null && !e.hasAttribute('disabled') && e.tabIndex >= 0,
          ).length,
      );
      const reached = new Set<string>();
      const unseen: string[] = [];
      for (let step = 0; step < wanted + 20; step += 1) {
        const at = await page.evaluate(() => {
          const e = document.activeElement as HTMLElement | null;
          if (!e || e === document.body) return null;
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(e);
          return {
            id: String([...document.querySelectorAll('*')].indexOf(e)),
            shown: (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
            what: e.outerHTML.slice(0, 80),
          };
        });
        if (!at || reached.has(at.id)) break;
        reached.add(at.id);
        if (!at.shown) unseen.push(at.what);
        await page.keyboard.press('Tab');
      }
      return { first, missed: Math.max(0, wanted - reached.size), unseen };
    });
    expect(seen).toEqual(all({ first: '跳到正文', missed: 0, unseen: [] }));
  });

  it.each([
    ['light', false],
    ['dark', false],
    ['light', true],
  ] as const)('nothing that axe finds: %s, 适老版 %s', async (colorScheme, old) => {
    expect(
      await looking({ colorScheme, bypassCSP: true }, async (page) => {
        if (old) await elder(page);
        return axeFindings(page, 'html');
      }),
    ).toEqual(all([]));
  });

  it.each([
    ['标准版', false],
    ['适老版', true],
  ] as const)('320 pixels are wide enough: %s', async (_, old) => {
    expect(
      await looking({ viewport: { width: 320, height: 700 } }, async (page) => {
        if (old) await elder(page);
        return page.evaluate(() => document.documentElement.scrollWidth);
      }),
    ).toEqual(all(320));
  });

  it('nothing pops up, plays or moves by itself', async () => {
    const opened: string[] = [];
    expect(
      await looking({}, async (page) => {
        page.on('dialog', (dialog) => (opened.push(dialog.message()), void dialog.dismiss()));
        page.on('popup', (popup) => opened.push(popup.url()));
        return page.evaluate(() => ({
          playing: document.querySelectorAll('[autoplay], marquee, blink, dialog[open], iframe').length,
          moving: document.getAnimations().filter(({ effect }) => (effect?.getTiming().iterations ?? 1) === Infinity)
            .length,
        }));
      }),
    ).toEqual(all({ playing: 0, moving: 0 }));
    expect(opened).toEqual([]);
  });
});

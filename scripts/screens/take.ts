import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { chromiumPath, logIn, noBrowser, openBrowser } from '../e2e/browser.ts';
import { compress } from './compress.ts';
import { shots, type Finder, type Shot } from './shots.ts';

const limit = 250_000;
const env = process.env;
const words = z
  .object({
    site: z.url('--site 要写公众网站的完整网址，例如 http://localhost:4321。'),
    admin: z.url('--admin 要写编辑后台的完整网址，例如 http://localhost:3000/admin。'),
    email: z.email('--email（或 ADMIN_EMAIL）要写能登录后台的电子邮件。'),
    password: z.string('请用 --password 或环境变量 ADMIN_PASSWORD 写明密码。').min(1),
    out: z.string(),
    only: z.string().optional(),
  })
  .transform((given) => ({ ...given, site: given.site.replace(/\/$/, ''), admin: given.admin.replace(/\/$/, '') }));
type Words = z.output<typeof words>;

/** Takes every picture of `docs/screens/` from a running product; documented in `docs/screens/README.md`. */
async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { site: text, admin: text, email: text, password: text, out: text, only: text },
  });
  const read = words.safeParse({
    site: values.site ?? env.SITE_URL ?? 'http://localhost:4321',
    admin: values.admin ?? env.ADMIN_URL ?? 'http://localhost:3000/admin',
    email: values.email ?? env.ADMIN_EMAIL ?? 'admin@chengxin.example',
    password: values.password ?? env.ADMIN_PASSWORD,
    out: values.out ?? 'docs/screens',
    only: values.only,
  });
  if (!read.success) return fail(read.error.issues[0]?.message ?? '参数不对。');
  if (!chromiumPath) return fail(noBrowser);
  await mkdir(read.data.out, { recursive: true });
  const browser = await openBrowser();
  try {
    await takeAll(browser, read.data);
  } finally {
    await browser.close();
  }
}

async function takeAll(browser: Browser, { admin, email, only, out, password, site }: Words): Promise<void> {
  const chosen = shots.filter(({ name }) => !only || name.startsWith(only));
  const editor = await logIn(browser, admin, email, password);
  const reader = await (
    await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
  ).newPage();
  const find = finder(reader, editor, site);
  for (const shot of chosen) {
    const page = shot.of === 'site' ? reader : editor;
    const png = await compress(
      await take(page, shot, (shot.of === 'site' ? site : admin) + (await shot.path(find))),
      limit,
    );
    await writeFile(join(out, `${shot.name}.png`), png);
    process.stdout.write(`${shot.name}.png ${Math.ceil(png.length / 1000)} kB\n`);
  }
}

async function take(page: Page, shot: Shot, address: string): Promise<Buffer> {
  await page.setViewportSize({ width: shot.width, height: shot.of === 'admin' ? 1200 : 900 });
  const answer = await page.goto(address, { waitUntil: 'networkidle' });
  if (!answer?.ok()) throw new Error(`${address} answered ${answer?.status()}`);
  await shot.prepare?.(page);
  await everyPicture(page);
  // The desk opens its menu a moment after the page; its lists go on for ever, so one screen of them is enough.
  if (shot.of === 'admin') await page.locator('.cx-brand').waitFor({ state: 'visible' });
  return page.screenshot({ fullPage: shot.of === 'site', animations: 'disabled' });
}

/** Pictures further down are loaded only when they come into view. */
async function everyPicture(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const image of document.querySelectorAll('img')) image.loading = 'eager';
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    await document.fonts.ready;
  });
}

function finder(reader: Page, editor: Page, site: string): Finder {
  return {
    async link(page, selector) {
      await reader.goto(site + page);
      const href = await reader.locator(selector).first().getAttribute('href');
      if (!href) throw new Error(`${page} has no link ${selector}`);
      return href;
    },
    async row(collection, query) {
      // From within the page: the session counts only for requests of its own origin.
      const docs = await editor.evaluate(async (url) => {
        const { docs: rows } = (await (await fetch(url)).json()) as { docs?: { id: string }[] };
        return rows ?? [];
      }, `/api/${collection}?depth=0&limit=1&${query}`);
      return docs[0]?.id ?? null;
    },
  };
}

function fail(message: string): void {
  process.stderr.write(`✗ ${message}\n`);
  process.exitCode = 2;
}

await main();

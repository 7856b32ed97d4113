import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { within } from '../../.config/patience.ts';

const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Path of a Chromium on this machine, or null. */
export const chromiumPath = candidates.find((path) => path && existsSync(path)) ?? null;

/** Said once instead of skipping silently. */
export const noBrowser =
  '浏览器测试没有运行：这台机器上没有 Chromium（可用 apt-get install chromium fonts-noto-cjk 安装，或用环境变量 CHROMIUM 指明）。';

/** A headless browser that talks to nobody but the pages it is sent to; whatever is waited for in it has this machine's time, unless a test says otherwise. */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: chromiumPath ?? undefined,
    timeout: within(60_000),
    // Without a UTF-8 locale Chromium cannot read a file with a Chinese name.
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' } as Record<string, string>,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const open = browser.newContext.bind(browser);
  browser.newContext = async (how) => {
    const context = await open(how);
    context.setDefaultTimeout(within(30_000));
    return context;
  };
  return browser;
}

/**
 * Whoever leaves a page means it. A question that nobody answers is answered with no, and then the next page never comes;
 * the shell may still ask for a moment after the answer to a save has come.
 */
export const meanIt = (context: BrowserContext): void =>
  void context.on(
    'dialog',
    (dialog) => void (dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss()).catch(() => undefined),
  );

/** A person at their own browser, logged in to the desk. */
export async function logIn(browser: Browser, admin: string, email: string, password: string): Promise<Page> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 1000 },
  });
  meanIt(context);
  const page = await context.newPage();
  await page.goto(`${admin}/login`);
  await page.fill('#field-email', email);
  await page.fill('#field-password', password);
  await page.click('button[type="submit"]');
  await page.waitForURL((url) => !url.pathname.endsWith('/login'));
  return page;
}

/** Picks an option of one of the admin's select boxes by its words. */
export async function choose(page: Page, field: string, option: string): Promise<void> {
  const box = page.locator(`#field-${field}`);
  await box.locator('.rs__control').click();
  await box.locator('.rs__input').fill(option);
  await page.locator('.rs__option', { hasText: option }).first().click();
}

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { within } from '../../.config/patience.ts';
import { meanIt } from './browser.ts';
import { sampleId } from '../../cms/checking/testing/sample-id.ts';
import { markdownToRichText } from '../../cms/rich-text/from-markdown.ts';

/** One kind of row whose form is put through everything that can go wrong with a save. */
export interface Form {
  slug: 'stories' | 'campaigns' | 'nominations';
  /** A fresh row, as its author makes it. */
  row: (number: number) => object;
  /** The box that is typed into. */
  field: string;
  /** Somebody else who may write it. */
  other: 'admin' | 'signer';
}

export const forms: Form[] = [
  {
    slug: 'stories',
    field: 'summary',
    other: 'admin',
    row: (n) => ({ title: `存稿第${n}篇（示例）`, kind: 'knowledge', summary: '原来的摘要。' }),
  },
  {
    slug: 'campaigns',
    field: 'theme',
    other: 'signer',
    row: (n) => ({
      slug: `saved-${n}`,
      year: 2031,
      title: `存稿活动${n}`,
      theme: '原来的主题',
      standfirst: '一句话',
      occasion: 'credit-record-day',
      phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
    }),
  },
  {
    slug: 'nominations',
    field: 'deed',
    other: 'signer',
    row: (n) => ({ name: `某单位${n}`, subject: 'unit', state: 'draft', deed: '原来的事迹。' }),
  },
];

/** No form takes this. */
export const forbidden = `证件号${sampleId(7)}。`;

let number = 0;

/** Calls the desk's API as the person whose page this is. */
export const call = (
  page: Page,
  method: string,
  path: string,
  data?: object,
): Promise<{ status: number; body: Record<string, unknown> & { doc?: Record<string, unknown> & { id: string } } }> =>
  page.evaluate(
    async (asked) => {
      const response = await fetch(`/api/${asked.path}`, {
        method: asked.method,
        credentials: 'include',
        ...(asked.data ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(asked.data) } : {}),
      });
      return { status: response.status, body: await response.json() };
    },
    { method, path, data },
  );

/** Makes a row and opens its form. @returns its id */
export async function openNew(page: Page, admin: string, form: Form): Promise<string> {
  number += 1;
  const { body, status } = await call(page, 'POST', `${form.slug}?depth=0`, form.row(number));
  if (status !== 201) throw new Error(`${form.slug}: ${status} ${JSON.stringify(body)}`);
  await open(page, admin, form, body.doc!.id);
  return body.doc!.id;
}

export async function open(page: Page, admin: string, form: Form, id: string): Promise<void> {
  await page.goto(`${admin}/collections/${form.slug}/${id}`);
  await stands(page, 'saved');
}

export const box = (page: Page, form: Form) => page.locator(`#field-${form.field}`);
export const bar = (page: Page) => page.locator('.cx-saved');
/** Waits until the bar says so: saved, changed, refused, expired, offline, moved, held. */
export const stands = (page: Page, standing: string) =>
  page.locator(`.cx-saved[data-standing="${standing}"]`).waitFor();

/** Types into the form and waits until it is kept on this computer. */
export async function type(page: Page, form: Form, words: string): Promise<void> {
  await box(page, form).fill(words);
  await bar(page).getByText('已暂存').waitFor();
}

export const pressSave = (page: Page) => page.locator('#action-save').first().click();

/** Loads the page anew; whoever asks whether to leave is told yes (`browser.ts`). A load that did not come about is asked for again. */
export const reloadAnyway = async (page: Page): Promise<void> =>
  void (await page.reload({ timeout: within(15_000) }).catch(() => page.goto(page.url(), { timeout: within(30_000) })));

/** What the server has. */
export const stored = async (page: Page, form: Form, id: string): Promise<unknown> =>
  (await call(page, 'GET', `${form.slug}/${id}?depth=0`)).body[form.field];

/** A person at a browser whose clock is somewhere else. */
export async function elsewhere(browser: Browser, from: BrowserContext, timezoneId: string): Promise<Page> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId,
    viewport: { width: 1440, height: 1000 },
    storageState: await from.storageState(),
  });
  meanIt(context);
  return context.newPage();
}

/** A story that lacks nothing, opened in its form. @returns its id */
export async function openWhole(page: Page, admin: string, form: Form): Promise<string> {
  number += 1;
  const columns = (await call(page, 'GET', 'columns?where[slug][equals]=knowledge&depth=0')).body.docs as {
    id: string;
  }[];
  const whole = {
    title: `齐全的稿第${number}篇（示例）`,
    kind: 'knowledge',
    column: columns[0]!.id,
    summary: '原来的摘要。',
    source: '诚信广元编辑部（示例）',
    authorName: '示例采编',
    answer: { who: 'nobody', tone: 'neutral' },
    body: markdownToRichText('带上证件到柜台，每年两次免费。'),
  };
  const { body, status } = await call(page, 'POST', 'stories?depth=0', whole);
  if (status !== 201) throw new Error(`stories: ${status} ${JSON.stringify(body)}`);
  await open(page, admin, form, body.doc!.id);
  return body.doc!.id;
}

/** Pictures for people to look at, when a folder for them is named. */
export async function shot(page: Page, name: string): Promise<void> {
  if (!process.env.SHOTS_DIR) return;
  await mkdir(process.env.SHOTS_DIR, { recursive: true });
  await page.screenshot({ path: join(process.env.SHOTS_DIR, `${name}.png`) });
}

/** The first POST to this path is done by the server, and nobody hears of it. @returns how many were lost */
export async function loseFirstAnswer(page: Page, path: string): Promise<() => number> {
  let lost = 0;
  await page.route(
    (url) => url.pathname === path,
    async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.fallback();
      lost += 1;
      await route.fetch();
      await route.abort('connectionreset');
    },
  );
  return () => lost;
}

/** The first version of a story, as the history keeps it. */
export async function oldestVersion(page: Page, story: string): Promise<string> {
  const found = `stories/versions?where[parent][equals]=${story}&sort=createdAt&limit=1&depth=0`;
  const [oldest] = (await call(page, 'GET', found)).body.docs as { id: string }[];
  if (!oldest) throw new Error(`story ${story} has no version`);
  return oldest.id;
}

/** A column that takes 知识. */
export async function knowledgeColumn(page: Page): Promise<{ id: string; name: string }> {
  const { docs } = (await call(page, 'GET', 'columns?where[kinds][in]=knowledge&depth=0&limit=1')).body;
  const [column] = docs as { id: string; name: string }[];
  if (!column) throw new Error('no column takes 知识');
  return column;
}

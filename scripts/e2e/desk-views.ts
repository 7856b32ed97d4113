import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { civilDay, partsOf } from '../../campaigns/calendar/civil-day.ts';

/** Next year's 国家宪法日: a day that is always ahead and never waits for a notice. */
const year = partsOf(civilDay(new Date())).year + 1;
export const december = { month: `${year}-12`, day: (date: number) => `${year}-12-${String(date).padStart(2, '0')}` };

/** Sends JSON as whoever is logged in on a page. @returns the id of the row */
export async function sendAs(page: Page, method: 'POST' | 'PATCH', path: string, data: object): Promise<string> {
  const answer = await page.evaluate(
    async ({ url, ...init }) => {
      const response = await fetch(url, {
        ...init,
        credentials: 'include',
        headers: { 'content-type': 'application/json' },
      });
      return { status: response.status, text: await response.text() };
    },
    { url: `/api/${path}`, method, body: JSON.stringify(data) },
  );
  if (answer.status !== 200 && answer.status !== 201) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return (JSON.parse(answer.text) as { doc: { id: string } }).doc.id;
}

/** A campaign that is being planned, with one post on its day at 09:00. @returns the ids of both */
export async function draftedPost(page: Page): Promise<{ campaign: string; post: string }> {
  const campaign = await sendAs(page, 'POST', 'campaigns', {
    title: '宪法日示例',
    slug: 'constitution-e2e',
    theme: '说到做到',
    standfirst: '说到做到',
    occasion: 'constitution-day',
    year,
    phases: [{ name: '前后', startOffset: -3, endOffset: 10 }],
  });
  const story = await page.evaluate(
    async () =>
      (
        (await (await fetch('/api/stories?limit=1&depth=0&where[kind][not_equals]=material')).json()) as {
          docs: { id: string }[];
        }
      ).docs[0]!.id,
  );
  const post = await sendAs(page, 'POST', 'posts', {
    campaign,
    story,
    label: '当天',
    slug: 'day',
    channels: ['weibo'],
    anchor: 'start',
    offsetDays: 0,
    time: '09:00',
    misfire: 'late',
    misfireWindow: 60,
  });
  return { campaign, post };
}

/** The month as the server drew it does not listen yet: React marks what it has taken over. */
const awake = (page: Page) =>
  page.waitForFunction(() =>
    Object.keys(document.querySelector('.cx-month') ?? {}).some((key) => key.startsWith('__reactProps')),
  );

/** Carries a post to a day with the mouse, as far as the dialog. */
export async function drag(page: Page, postId: string, day: string): Promise<void> {
  await awake(page);
  // The menu slides open a moment after the page and pushes the month aside: measure when nothing moves any more.
  await page.locator('.nav--nav-open').waitFor();
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  await page.locator(`#p-${postId}`).hover();
  const from = (await page.locator(`#p-${postId}`).boundingBox())!;
  const to = (await page.locator(`[data-day="${day}"]`).boundingBox())!;
  await page.mouse.move(from.x + 20, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 30, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
  await page.locator(`.cx-day--target[data-day="${day}"]`).waitFor();
  await page.mouse.up();
}

/** Writes the reason into the open dialog and sends it off. @returns what the live region then says */
export async function giveReason(page: Page, reason: string): Promise<string> {
  await page.locator('.cx-dialog input').last().fill(reason);
  await page.keyboard.press('Enter');
  await page.locator('.cx-dialog').waitFor({ state: 'detached' });
  return (await page.locator('.cx-month__said').textContent()) ?? '';
}

/** What axe finds wrong with our own part of the page (WCAG 2.2 AA), one line each. */
export async function axeFindings(page: Page, where = '.cx-view'): Promise<string[]> {
  await page.evaluate(await readFile('node_modules/axe-core/axe.min.js', 'utf8'));
  return page.evaluate(async (where) => {
    const { axe } = globalThis as typeof globalThis & {
      axe: { run(where: string, how: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run(where, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  }, where);
}

import type { Page } from 'playwright-core';
import { choose } from './browser.ts';
import { answerNobody } from './story-page.ts';
import { within } from '../../.config/patience.ts';

const editor = '.ContentEditable__root';
const tail = '另外：';

/** What stands in the text just now, with all its tags. */
export const editorHtml = (page: Page): Promise<string> => page.locator(editor).first().innerHTML();

/** Fills what a story needs besides its title, summary and text. */
export async function fillTheRest(page: Page): Promise<void> {
  await choose(page, 'column', '信用知识');
  await page.fill('#field-source', '诚信广元编辑部（示例）');
  await page.fill('#field-authorName', '示例采编');
  await answerNobody(page);
}

/** Types behind the paragraph 另外： of the sample; `last` characters that stand there go first. */
export async function typeBehind(page: Page, words: string, last = 0): Promise<void> {
  await page.locator(`${editor} p`, { hasText: tail }).first().click();
  await page.keyboard.press('End');
  for (let i = 0; i < last; i += 1) await page.keyboard.press('Backspace');
  await page.keyboard.type(words);
  await page
    .locator(`${editor} p`, { hasText: `${tail}${words}` })
    .first()
    .waitFor();
}

/** Puts the caret on a paragraph of its own behind 另外：. */
export async function newParagraph(page: Page): Promise<void> {
  await page.locator(`${editor} p`, { hasText: tail }).first().click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
}

/** Presses 保存. @returns the status and what the answer says */
export async function save(page: Page): Promise<{ status: number; said: string }> {
  const answered = page.waitForResponse(
    (response) =>
      /\/api\/stories(\/[\w-]+)?(\?|$)/.test(response.url()) &&
      ['POST', 'PATCH'].includes(response.request().method()) &&
      !response.request().headers()['x-payload-http-method-override'],
  );
  await page.locator('#action-save').first().click();
  const response = await answered;
  const body = (await response.json()) as { message?: string; errors?: { message: string }[] };
  return { status: response.status(), said: body.errors?.map(({ message }) => message).join('') ?? body.message ?? '' };
}

/** Saves for the first time. @returns the story's address in the admin */
export async function saveNew(page: Page): Promise<string> {
  await page.locator('#action-save').first().click();
  await page.waitForURL(/\/collections\/stories\/(?!create)[^/]+$/);
  return page.url();
}

/** Opens a story and waits until the panel knows where it stands. */
export async function openReview(page: Page, story: string): Promise<void> {
  await page.goto(story);
  await page.locator('.cx-review h3', { hasText: '审签：' }).waitFor();
}

/** Presses a button of the panel and waits for the stage that follows; the panel loads the page anew. */
export async function press(page: Page, button: string, stage: string): Promise<void> {
  await Promise.all([
    page.waitForEvent('load', { timeout: within(60_000) }),
    page.locator('.cx-review button', { hasText: new RegExp(`^${button}$`) }).click(),
  ]);
  await page.locator('.cx-review h3', { hasText: stage }).first().waitFor();
}

/** Opens a story and presses a button of the panel. */
export async function act(page: Page, story: string, button: string, stage: string): Promise<void> {
  await openReview(page, story);
  await press(page, button, stage);
}

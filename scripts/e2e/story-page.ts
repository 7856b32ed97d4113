import type { Page } from 'playwright-core';
import { wordLists, wordTable } from '../../cms/rich-text/testing/paste-samples.ts';
import { choose } from './browser.ts';

/** Pastes HTML into the text where the caret stands, as a browser does. */
export async function pasteHere(page: Page, html: string): Promise<void> {
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/html', text);
    document
      .querySelector('.ContentEditable__root')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);
}

/** Copies a whole page as a person does, and pastes it where the caret stands in another: by the keys, through the browser's own clipboard. */
export async function copyAndPaste(page: Page, source: string): Promise<void> {
  await withClipboard(page, source, async () => undefined);
}

/** Pastes what a program outside the browser (Word) has put on the clipboard: the browser hands it on as it is. */
export async function pasteFromProgram(page: Page, html: string): Promise<void> {
  await withClipboard(page, '<p>Word</p>', (other) =>
    other.evaluate(
      (text) =>
        addEventListener('copy', (event) => {
          event.clipboardData?.setData('text/html', text);
          event.preventDefault();
        }),
      html,
    ),
  );
}

async function withClipboard(page: Page, source: string, prepare: (other: Page) => Promise<void>): Promise<void> {
  const other = await page.context().newPage();
  await other.setContent(source);
  await prepare(other);
  await other.keyboard.press('Control+A');
  await other.keyboard.press('Control+C');
  await other.close();
  await page.bringToFront();
  await page.keyboard.press('Control+V');
}

export const storyPageTitle = '贴进来的稿（示例）';

/** Begins a story from a Word document and leaves it unsaved. @returns what stands in the editor, as tags and words */
export async function writeFromWord(page: Page, admin: string): Promise<string> {
  await page.goto(`${admin}/collections/stories/create`);
  await page.fill('#field-title', storyPageTitle);
  await choose(page, 'kind', '信用知识');
  await page.fill('#field-summary', '三件事，一张表。');
  await page.locator('.ContentEditable__root').first().click();
  await pasteHere(page, wordLists);
  await page.locator('.ContentEditable__root li', { hasText: '亮结果' }).waitFor();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await pasteTable(page);
  const html = await page.locator('.ContentEditable__root').first().innerHTML();
  return html
    .replace(/<(\/?)(\w+)[^>]*?( (?:colspan|rowspan)="\d+")?[^>]*>/g, '<$1$2>')
    .replace(/<\/?span>|<\/?colgroup>|<col>/g, '');
}

async function pasteTable(page: Page): Promise<void> {
  await pasteHere(page, wordTable);
  await page.locator('.ContentEditable__root table').waitFor();
}

/** Answers the question: nobody can be recognised, nothing is praised or blamed. */
export async function answerNobody(page: Page): Promise<void> {
  await choose(page, 'answer__who', '认不出任何人和单位');
  await choose(page, 'answer__tone', '不褒不贬');
}

/** Waits until one channel's view in the open preview shows these words. */
export async function previewShows(page: Page, channel: string, words: string): Promise<void> {
  await page.locator('.cx-dock__tabs button', { hasText: channel }).click();
  await page.frameLocator('.cx-dock .cx-frame').locator('body', { hasText: words }).waitFor();
}

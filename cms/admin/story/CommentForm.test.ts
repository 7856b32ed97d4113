import { createElement } from 'react';
import { afterEach, expect, it } from 'vitest';
import { openBrowser, type Browser } from '../testing/browser.ts';
import { CommentForm } from './CommentForm.tsx';

let browser: Browser | null = null;
afterEach(async () => {
  await browser?.close();
  browser = null;
});
type Sent = { text: string; paragraph: number | null; must: boolean };
const form = (sent: Sent[], { paragraphs = ['第一段的话。', '第二段的话。'], disabled = false, ok = true } = {}) =>
  createElement(CommentForm, {
    paragraphs,
    disabled,
    onSend: async (one: Sent) => {
      sent.push(one);
      return ok;
    },
  });
const valueOf = (page: Browser, selector: string) => (page.find(selector) as HTMLTextAreaElement).value;

it('says what was typed about the paragraph that was chosen, and empties itself', async () => {
  const sent: Sent[] = [];
  browser = await openBrowser(form(sent));
  await browser.type('批注哪一段', '2');
  const text = browser.find('textarea');
  text.setAttribute('aria-label', '批注的话');
  await browser.type('批注的话', '  数字要核对  ');
  await browser.press('加批注');
  expect(sent).toEqual([{ text: '数字要核对', paragraph: 2, must: false }]);
  expect(valueOf(browser, 'textarea')).toBe('');
});

it('keeps what was typed when it could not be said', async () => {
  const sent: Sent[] = [];
  browser = await openBrowser(form(sent, { ok: false }));
  browser.find('textarea').setAttribute('aria-label', '批注的话');
  await browser.type('批注的话', '数字要核对');
  await browser.press('加批注');
  expect(sent).toEqual([{ text: '数字要核对', paragraph: null, must: false }]);
  expect(valueOf(browser, 'textarea')).toBe('数字要核对');
});

it('has nothing to send while nothing but spaces is typed, or while something else is under way', async () => {
  browser = await openBrowser(form([]));
  browser.find('textarea').setAttribute('aria-label', '批注的话');
  expect(browser.isDisabled('加批注')).toBe(true);
  await browser.type('批注的话', ' \n　');
  expect(browser.isDisabled('加批注')).toBe(true);
  await browser.type('批注的话', '好');
  expect(browser.isDisabled('加批注')).toBe(false);
  await browser.show(form([], { disabled: true }));
  expect(browser.isDisabled('加批注')).toBe(true);
});

it('a paragraph that is gone meanwhile is not spoken of: the whole text is, as the box shows', async () => {
  const sent: Sent[] = [];
  browser = await openBrowser(form(sent));
  await browser.type('批注哪一段', '2');
  await browser.show(form(sent, { paragraphs: ['只剩一段。'] }));
  browser.find('textarea').setAttribute('aria-label', '批注的话');
  await browser.type('批注的话', '好');
  await browser.press('加批注');
  expect(sent).toEqual([{ text: '好', paragraph: null, must: false }]);
});

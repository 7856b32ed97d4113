import { createElement } from 'react';
import { afterEach, expect, it } from 'vitest';
import { openBrowser, type Browser } from '../testing/browser.ts';
import { Dialog } from './Dialog.tsx';

let page: Browser;
let closed = 0;
afterEach(() => page.close());
const open = async (...fields: object[]) => {
  closed = 0;
  page = await openBrowser(
    createElement(Dialog, {
      onClose: () => {
        closed += 1;
      },
      title: '暂停一个渠道',
      children: fields.map((props, i) => createElement('input', { ...props, key: i })),
    }),
  );
};

it('stands open over the page, named by its question', async () => {
  await open({ id: 'a' });
  const dialog = page.find('dialog');
  expect([
    dialog.hasAttribute('open'),
    page.find(`[id="${dialog.getAttribute('aria-labelledby')}"]`).textContent,
  ]).toEqual([true, '暂停一个渠道']);
});

it('the field that is marked has the focus to begin with', async () => {
  await open({ id: 'a' }, { id: 'b', 'data-first': true });
  expect(page.root.ownerDocument.activeElement?.id).toBe('b');
});

it('Esc asks to close, and leaves it to whoever asked the question', async () => {
  await open({ id: 'a' });
  const event = new Event('cancel', { cancelable: true });
  await page.fire(page.find('dialog'), event);
  expect([closed, event.defaultPrevented, page.find('dialog').hasAttribute('open')]).toEqual([1, true, true]);
});

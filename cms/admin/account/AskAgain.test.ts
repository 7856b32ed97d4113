import { createElement } from 'react';
import { afterEach, expect, it } from 'vitest';
import { openBrowser, type Browser } from '../testing/browser.ts';
import { knowing, onRow, signedInAs } from '../testing/desk-shell.ts';
import { InField } from '../testing/form.ts';
import { AskAgain } from './AskAgain.tsx';

let page: Browser;
let heard: unknown[] = [];
afterEach(async () => {
  heard = [];
  await page.close();
});
const open = async (id: string | undefined, value?: string) => {
  const field = createElement(InField, {
    heard: (next) => void heard.push(next),
    path: 'currentPassword',
    value,
    children: createElement(AskAgain, { path: 'currentPassword' }),
  });
  page = await openBrowser(
    signedInAs({}, onRow('users', id, field)),
    knowing({}, () => Response.json({})),
  );
};

it('beside an account: one’s own password goes with the save, hidden, and the browser knows which one is meant', async () => {
  await open('u2');
  await page.type('您现在的密码', 'my own');
  const input = page.find('input') as HTMLInputElement;
  expect([heard, input.type, input.autocomplete, input.value]).toEqual([
    ['my own'],
    'password',
    'current-password',
    'my own',
  ]);
  expect(page.text()).toContain('改别人的账号也填您自己的');
});

it('nothing was typed yet: an empty box, never the word “undefined”', async () => {
  await open('u2', undefined);
  expect((page.find('input') as HTMLInputElement).value).toBe('');
});

it('a new account has nobody’s password to guard', async () => {
  await open(undefined);
  expect([page.texts('input'), page.text()]).toEqual([[], '']);
});

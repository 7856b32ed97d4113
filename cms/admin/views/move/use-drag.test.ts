import { createElement, useMemo, useRef } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openBrowser, type Browser } from '../../testing/browser.ts';
import { useDrag } from './use-drag.ts';

let page: Browser;
let heard: string[] = [];
/** What lies below the pointer, topmost first; a real browser measures it. */
let below: string[] = [];
beforeEach(async () => {
  heard = [];
  below = [];
  page = await openBrowser(createElement(Month));
  Object.assign(document, { elementsFromPoint: () => below.map((selector) => page.find(selector)) });
});
afterEach(async () => {
  await page.close();
  Reflect.deleteProperty(document, 'elementsFromPoint');
});

function Month() {
  const root = useRef<HTMLElement>(null);
  useDrag(
    root,
    useMemo(
      () => ({
        mayTake: (id) => id !== 'out',
        over: (id, day) => void heard.push(`${id} over ${day}`),
        drop: (id, day) => void heard.push(`${id} drop ${day}`),
      }),
      [],
    ),
  );
  const post = (id: string) =>
    createElement(
      'li',
      { key: id, 'data-post': id },
      createElement('a', { href: `#${id}`, id, onClick: () => void heard.push(`${id} click`) }, `09:00 ${id}`),
      createElement('button', { id: `${id}-move`, type: 'button' }, '移动…'),
    );
  return createElement(
    'section',
    { ref: root },
    createElement('div', { 'data-day': '2026-06-14', id: 'd14' }, post('p1'), post('out')),
    createElement('div', { 'data-day': '2026-06-15', id: 'd15' }),
    createElement('a', { id: 'bar' }, '活动'),
  );
}
const pointer = (name: string, target: EventTarget, x: number, more: object = {}) => {
  const event = new MouseEvent(name, { bubbles: true, cancelable: true, clientX: x, clientY: 0, button: 0, ...more });
  Object.assign(event, { pointerType: 'mouse', ...more });
  return page.meanwhile(() => void target.dispatchEvent(event));
};
const down = (selector: string, more: object = {}) => pointer('pointerdown', page.find(selector), 0, more);
const move = (x: number) => pointer('pointermove', window, x);
const up = () => pointer('pointerup', window, 0);
const ghosts = () => page.texts('.cx-ghost');

it('a post is carried over the day below the pointer, a campaign’s bar above it or not, and let go there', async () => {
  await down('#p1');
  below = ['#bar', '#d15'];
  await move(20);
  expect([heard, ghosts()]).toEqual([['p1 over 2026-06-15'], ['09:00 p1']]);
  await up();
  expect([heard.at(-1), ghosts()]).toEqual(['p1 drop 2026-06-15', []]);
});

it('let go beside the month it is let go on no day', async () => {
  await down('#p1');
  await move(20);
  await up();
  expect(heard).toEqual(['p1 over null', 'p1 drop null']);
});

it('a hand that trembles still clicks; the click after a drag is none', async () => {
  await down('#p1');
  await move(3);
  await up();
  await page.fire(page.find('#p1'), new MouseEvent('click', { bubbles: true, cancelable: true }));
  expect([heard.splice(0), ghosts()]).toEqual([['p1 click'], []]);
  below = ['#d15'];
  await down('#p1');
  await move(20);
  const click = new MouseEvent('click', { bubbles: true, cancelable: true });
  await page.meanwhile(() => {
    window.dispatchEvent(Object.assign(new MouseEvent('pointerup', { bubbles: true }), { clientX: 20, clientY: 0 }));
    page.find('#p1').dispatchEvent(click);
  });
  expect([heard.includes('p1 click'), click.defaultPrevented]).toEqual([false, true]);
});

it.each<[string, string, object]>([
  ['what is out already', '#out', {}],
  ['with a finger, which scrolls', '#p1', { pointerType: 'touch' }],
  ['with the other button, which asks for a menu', '#p1', { button: 2 }],
  ['by its 移动 button, which opens the dialog', '#p1-move', {}],
  ['an empty day', '#d15', {}],
])('%s is not carried', async (_, selector, more) => {
  await down(selector, more);
  below = ['#d15'];
  await move(20);
  await up();
  expect([heard, ghosts()]).toEqual([[], []]);
});

it.each(['Escape', 'pointercancel'])('%s puts it back, and the next move carries nothing', async (how) => {
  await down('#p1');
  below = ['#d15'];
  await move(20);
  if (how === 'Escape') await page.key(page.find('#p1'), 'Escape');
  else await pointer(how, window, 20);
  await move(40);
  expect([heard, ghosts()]).toEqual([['p1 over 2026-06-15', 'p1 over null'], []]);
});

it('another key while it is carried changes nothing', async () => {
  await down('#p1');
  below = ['#d15'];
  await move(20);
  await page.key(page.find('#p1'), 'Shift');
  expect(ghosts()).toEqual(['09:00 p1']);
  await up();
  expect(heard.at(-1)).toBe('p1 drop 2026-06-15');
});

it('the browser does not carry the link’s address away; leaving the page leaves nothing behind', async () => {
  const native = new Event('dragstart', { bubbles: true, cancelable: true });
  await page.meanwhile(() => void page.find('#p1').dispatchEvent(native));
  expect(native.defaultPrevented).toBe(true);
  await down('#p1');
  await move(20);
  await page.show(createElement('p', null, '别的页'));
  expect([ghosts(), page.text()]).toEqual([[], '别的页']);
});

import { createElement } from 'react';
import { afterEach, expect, it } from 'vitest';
import { json, openBrowser, type Answering, type Browser } from '../testing/browser.ts';
import type { Standing } from './save-state.ts';
import { usePresence } from './use-presence.ts';

let page: Browser;
afterEach(() => page.close());
const colleague = { name: '示例乙', since: '2026-06-14T01:00:00.000Z' };

function Row({
  mayWrite = true,
  standing,
  target = 'stories/p1',
}: {
  mayWrite?: boolean;
  standing: Standing;
  target?: string;
}) {
  const { evicted, takeOver } = usePresence(target, mayWrite, standing);
  return createElement('button', { onClick: () => void takeOver() }, evicted ? '被接手' : '接手编辑');
}
const open = async (props: Parameters<typeof Row>[0], answer?: Answering) => {
  page = await openBrowser(createElement(Row, props), answer);
};
const said = () => page.asked.map(({ body, method }) => `${method}${body ? ` ${JSON.stringify(body)}` : ''}`);

it('looking holds nothing; changing says so; saved, nobody need wait', async () => {
  await open({ standing: 'saved' }, () => json(200, { other: null }));
  expect(said()).toEqual(['GET']);
  await page.show(createElement(Row, { standing: 'changed' }));
  await page.show(createElement(Row, { standing: 'saved' }));
  expect(said()).toEqual(['GET', 'POST {}', 'DELETE', 'GET']);
});

it('a new row, and one that I may not change, is nobody’s business', async () => {
  await open({ standing: 'changed', target: 'stories/new' });
  await page.show(createElement(Row, { mayWrite: false, standing: 'saved' }));
  expect(page.asked).toEqual([]);
});

it('somebody else has it: I do not hold it, and say nothing when I leave', async () => {
  await open({ standing: 'changed' }, () => json(200, { other: colleague }));
  expect(page.texts('button')).toEqual(['接手编辑']);
  await page.show(createElement(Row, { standing: 'saved' }));
  expect(said()).not.toContain('DELETE');
});

it('who comes while I am at it has taken over; taking it back makes it mine', async () => {
  let other: object | null = null;
  await open({ standing: 'changed' }, ({ body }) => {
    if ((body as { takeOver?: boolean } | undefined)?.takeOver) other = null;
    return json(200, { other });
  });
  other = colleague;
  await page.show(createElement(Row, { standing: 'trouble', target: 'stories/p1' }));
  await page.show(createElement(Row, { standing: 'trouble', target: 'stories/p1' }));
  await page.press(page.texts('button')[0] ?? '');
  expect(said().at(-1)).toBe('POST {"takeOver":true}');
  expect(page.texts('button')).toEqual(['接手编辑']);
});

it('without an answer nothing is presumed', async () => {
  await open({ standing: 'changed' });
  expect(page.texts('button')).toEqual(['接手编辑']);
});

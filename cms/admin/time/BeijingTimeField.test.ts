import { createElement, type ComponentProps } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { openBrowser, type Browser } from '../testing/browser.ts';
import { InField, inConfig } from '../testing/form.ts';
import { BeijingTimeCell } from './BeijingTimeCell.tsx';
import { BeijingTimeField } from './BeijingTimeField.tsx';

let page: Browser;
let heard: unknown[] = [];
afterEach(async () => {
  heard = [];
  await page.close();
});
const own = (props: object) => props as ComponentProps<typeof BeijingTimeField>;
const node = (value: unknown, { disabled = false, readOnly = false, description = '' } = {}) =>
  inConfig(
    createElement(InField, {
      disabled,
      heard: (next) => void heard.push(next),
      path: 'plannedAt',
      value,
      children: createElement(
        BeijingTimeField,
        own({
          field: { name: 'plannedAt', label: '计划时间', type: 'date', admin: { description } },
          path: 'plannedAt',
          readOnly,
        }),
      ),
    }),
  );
const open = async (...args: Parameters<typeof node>) => {
  page = await openBrowser(node(...args));
};
const box = () => page.find('input[type=datetime-local]') as HTMLInputElement;
const type = async (value: string) => {
  box().setAttribute('aria-label', '时间');
  await page.type('时间', value);
};
const spoken = () => page.texts('.cx-time__zone')[0];

describe('a moment on a form', () => {
  it('is shown as a clock in Beijing shows it, and told with its weekday', async () => {
    await open('2026-06-13T16:30:00.000Z');
    expect([box().value, spoken()]).toEqual(['2026-06-14T00:30', '2026年6月14日 周日 00:30 北京时间']);
  });

  it.each<[string, string, string | null, string]>([
    ['midnight', '2026-06-14T00:00', '2026-06-13T16:00:00.000Z', '2026年6月14日 周日 00:00 北京时间'],
    ['the last minute of a year', '2026-12-31T23:59', '2026-12-31T15:59:00.000Z', '2026年12月31日 周四 23:59 北京时间'],
    ['a leap day', '2028-02-29T08:00', '2028-02-29T00:00:00.000Z', '2028年2月29日 周二 08:00 北京时间'],
    [
      'an hour that clocks elsewhere leave out',
      '2026-03-08T02:30',
      '2026-03-07T18:30:00.000Z',
      '2026年3月8日 周日 02:30 北京时间',
    ],
    ['a box with seconds', '2026-06-14T09:00:30', '2026-06-14T01:00:00.000Z', '2026年6月14日 周日 09:00 北京时间'],
  ])('%s is kept as the instant that it is in Beijing', async (_, typed, instant, words) => {
    await open(null);
    await type(typed);
    expect([heard, spoken()]).toEqual([[instant], words]);
  });

  it('is taken away by one button, which is there only when there is something to take away', async () => {
    await open('2026-06-13T16:30:00.000Z');
    await page.press('清空');
    expect([heard, box().value, page.texts('button')]).toEqual([[null], '', []]);
    expect(spoken()).toBe('北京时间');
  });

  it('the form is filled with something else meanwhile: the box shows that', async () => {
    await open('2026-06-13T16:30:00.000Z');
    await page.show(createElement('div', { key: 'other' }, node('2026-07-01T01:00:00.000Z')));
    expect(box().value).toBe('2026-07-01T09:00');
  });

  it.each([{ readOnly: true }, { disabled: true }])(
    'who may not change it reads it, without a box: %j',
    async (closed) => {
      await open('2026-06-13T16:30:00.000Z', closed);
      expect([page.texts('output'), page.texts('input, button'), spoken()]).toEqual([
        ['2026-06-14 00:30'],
        [],
        '北京时间',
      ]);
      await page.close();
      await open(null, closed);
      expect(page.texts('output')).toEqual(['（还没有）']);
    },
  );

  it('has its label and its explanation', async () => {
    await open(null, { description: '到点自动发出。' });
    expect(page.find('label').getAttribute('for')).toBe(box().id);
    expect(page.text()).toContain('到点自动发出。');
  });
});

describe('a moment in a list', () => {
  it.each<[unknown, string]>([
    ['2026-12-31T16:00:00.000Z', '2027-01-01 00:00'],
    [new Date('2026-06-13T16:30:00.000Z'), '2026-06-14 00:30'],
    [null, '—'],
    [undefined, '—'],
    ['', '—'],
    ['没有', '—'],
  ])('%j is %s', async (cellData, words) => {
    page = await openBrowser(createElement(BeijingTimeCell, { cellData } as ComponentProps<typeof BeijingTimeCell>));
    expect(page.text()).toBe(words);
  });
});

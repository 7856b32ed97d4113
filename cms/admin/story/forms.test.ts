import { createElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { ReviewSheet } from '../../review/list-acts.ts';
import { openBrowser, type Browser } from '../testing/browser.ts';
import { hostile } from '../testing/sentences.ts';
import { HandOverForm } from './HandOverForm.tsx';
import { ReassignForm } from './ReassignForm.tsx';
import { UrgentForm } from './UrgentForm.tsx';

let page: Browser | undefined;
afterEach(() => page?.close());
const people = [
  { id: 'u2', name: '示例乙' },
  { id: 'u3', name: hostile },
];

describe.each([
  {
    what: '转交给别人审',
    label: '转交给',
    button: '转交',
    form: (list: typeof people, disabled: boolean, onSend: (to: string) => void) =>
      createElement(ReassignForm, { possible: list as never, disabled, onSend }),
  },
  {
    what: '转给别的采编写',
    label: '转给',
    button: '转给这位采编',
    form: (list: typeof people, disabled: boolean, onSend: (to: string) => void) =>
      createElement(HandOverForm, { takers: list, disabled, onSend }),
  },
])('$what', ({ button, form, label, what }) => {
  const sent: string[] = [];
  const node = (list = people, disabled = false) => form(list, disabled, (to) => void sent.push(to));

  it('nobody is chosen beforehand; who was chosen is sent; names are words', async () => {
    page = await openBrowser(node());
    expect([page.texts('option'), page.texts('script, img')]).toEqual([['请选', '示例乙', hostile], []]);
    expect(page.isDisabled(button)).toBe(true);
    await page.type(label, 'u2');
    await page.press(button);
    expect(sent.splice(0)).toEqual(['u2']);
    await page.type(label, '');
    expect(page.isDisabled(button)).toBe(true);
  });

  it('nobody to give it to: nothing is offered, not an empty list', async () => {
    page = await openBrowser(node([]));
    expect([page.text(), page.texts('summary')]).toEqual(['', []]);
  });

  it('rests while something else is under way', async () => {
    page = await openBrowser(node(people, true));
    await page.type(label, 'u2');
    expect([page.isDisabled(button), page.texts('summary')]).toEqual([true, [what]]);
  });
});

describe('紧急更正', () => {
  type Pending = ReviewSheet['pending'];
  const proposed = {
    byName: '示例终审',
    passage: { wrong: '八万', right: '六万' },
    note: '抄错了',
  } as unknown as Pending;
  const sent: object[] = [];
  const open = async (pending: Pending, disabled = false) => {
    sent.length = 0;
    page = await openBrowser(
      createElement(UrgentForm, { pending, disabled, onSend: (body: object) => void sent.push(body) }),
    );
    return page;
  };
  const button = () => page?.texts('button')[0] ?? '';
  const fill = async (wrong: string, right: string, note: string) => {
    await page?.type('原文', wrong);
    await page?.type('改为', right);
    await page?.type('原因', note);
  };

  it.each<[string, string, string, string]>([
    ['no passage', '', '六万', '抄错了'],
    ['no words in its place', '八万', ' 　', '抄错了'],
    ['no reason, which everybody reads', '八万', '六万', '\n'],
  ])('%s: cannot be proposed', async (_, wrong, right, note) => {
    const shown = await open(null);
    await fill(wrong, right, note);
    expect(shown.isDisabled('提出紧急更正')).toBe(true);
  });

  it('is sent without the spaces that came along with the paste', async () => {
    const shown = await open(null);
    await fill('　八万\n', ' 六万', '抄错了 ');
    await shown.press('提出紧急更正');
    expect(sent).toEqual([{ wrong: '八万', right: '六万', note: '抄错了' }]);
    expect(shown.find('details').hasAttribute('open')).toBe(false);
  });

  it('what somebody has proposed stands open, says who, and is confirmed as it is', async () => {
    const shown = await open(proposed);
    expect([shown.find('details').hasAttribute('open'), shown.texts('p')[0]]).toEqual([
      true,
      '示例终审提出了下面这处更正。核对无误再确认，确认后立即上线。',
    ]);
    expect(button()).toBe('核对无误，确认更正');
    await shown.press(button());
    expect(sent).toEqual([{ wrong: '八万', right: '六万', note: '抄错了' }]);
  });

  it.each<[string, string, string]>([
    ['one letter more', '八万元', '六万'],
    ['other words in its place', '八万', '六万零一'],
    ['wrong and right exchanged', '六万', '八万'],
    ['full-width digits', '８万', '六万'],
  ])('with %s it is a proposal of its own, not a confirmation', async (_, wrong, right) => {
    const shown = await open(proposed);
    await fill(wrong, right, '抄错了');
    expect([button(), shown.texts('.cx-button--main')]).toEqual(['提出紧急更正', []]);
  });

  it('rests while something else is under way', async () => {
    const shown = await open(proposed, true);
    expect(shown.isDisabled('核对无误，确认更正')).toBe(true);
  });
});

import { createElement, type ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { openBrowser, type Browser } from '../../testing/browser.ts';
import { jumpToField } from '../../saved/jump.ts';
import { jumpTo } from './jump.ts';

let page: Browser;
afterEach(() => page.close());
const open = async (...children: ReactNode[]) => {
  page = await openBrowser(createElement('div', null, ...children));
};
/** What has the caret: the field's name, or its words. */
const focused = () => document.activeElement?.getAttribute('name') ?? document.activeElement?.textContent;
const box = (id: string, inside: ReactNode) => createElement('div', { key: id, id, className: 'field-type' }, inside);
const input = (name: string) => createElement('input', { name });
const editor = createElement(
  'div',
  { className: 'rich-text-lexical', key: 'body' },
  createElement(
    'div',
    { className: 'ContentEditable__root', contentEditable: true, suppressContentEditableWarning: true, tabIndex: 0 },
    createElement('p', null, '第一段。'),
    createElement('p', null, '第二段。'),
  ),
);
const caret = () => getSelection()?.anchorNode?.textContent;

describe('the way from a finding to its place', () => {
  it.each<[string, ReactNode, string]>([
    ['a field that is the box itself', createElement('input', { id: 'field-title', name: 'title' }), 'title'],
    ['a field around its box', box('field-title', input('title')), 'title'],
    ['a choice, which has only a button', box('field-title', createElement('button', { name: 'title' })), 'title'],
  ])('%s gets the caret', async (_, field, name) => {
    await open(field);
    expect([jumpTo({ field: 'title' }), focused()]).toEqual([true, name]);
  });

  it('a paragraph of the text gets the caret; one that is gone meanwhile leads to the text', async () => {
    await open(editor);
    expect([jumpTo({ field: 'body', block: 1 }), caret()]).toEqual([true, '第二段。']);
    expect([jumpTo({ field: 'body', block: 9 }), caret()]).toEqual([true, '第一段。第二段。']);
    expect(document.activeElement?.className).toBe('ContentEditable__root');
  });

  it.each([{ field: 'title' }, { field: 'body' }, { field: 'body', block: 0 }])(
    'what is not on the page is said to be not there: %j',
    async (place) => {
      await open(createElement('p', null, '别的。'));
      expect(jumpTo(place)).toBe(false);
    },
  );
});

describe('the way from a refusal to its field', () => {
  it.each<[string, string, ReactNode, string]>([
    ['by its own name', 'title', createElement('input', { id: 'field-title', name: 'title' }), 'title'],
    [
      'in a row of a list',
      'phases.0.name',
      box('field-phases__0__name', createElement('textarea', { name: 'name' })),
      'name',
    ],
    [
      'by its label, where the shell names only that',
      'cover',
      createElement(
        'div',
        { className: 'field-type' },
        createElement('label', { htmlFor: 'field-cover' }, '题图'),
        createElement('button', { name: 'choose' }),
      ),
      'choose',
    ],
  ])('%s', async (_, path, field, name) => {
    await open(field);
    expect([jumpToField(path), focused()]).toEqual([true, name]);
  });

  it('the text has no field of that name, and is found all the same', async () => {
    await open(editor);
    expect([jumpToField('body'), document.activeElement?.className]).toEqual([true, 'ContentEditable__root']);
  });

  it.each(['title', 'phases.9.name', ''])('what is not on the page is said to be not there: %j', async (path) => {
    await open(createElement('p', null, '别的。'));
    expect(jumpToField(path)).toBe(false);
  });
});

import { decodeHTML } from 'entities';
import { DomUtils, parseDocument } from 'htmlparser2';
import { expect, it } from 'vitest';
import { createRandom } from '../../campaigns/calendar/testing/random.ts';
import { escapeHtml } from './escape.ts';

const pieces = [
  '&',
  '<',
  '>',
  '"',
  "'",
  '&amp;',
  '&lt',
  '&#39;',
  '&#x3c;',
  '</p>',
  '<b onx=1>',
  '字',
  '𠮷',
  '=',
  '`',
  ' ',
];

it('whatever the text, a reader of HTML reads the text, between tags and within quotes', () => {
  const random = createRandom(3);
  for (let n = 0; n < 400; n += 1) {
    const text = Array.from({ length: random.int(0, 8) }, () => random.pick(pieces)).join('');
    const [first] = parseDocument(
      `<p title="${escapeHtml(text)}" lang='${escapeHtml(text)}'>${escapeHtml(text)}</p>`,
    ).children;
    expect(
      first && 'attribs' in first ? [first.attribs, DomUtils.textContent(first), first.children.length] : null,
    ).toEqual([{ title: text, lang: text }, text, text === '' ? 0 : 1]);
    expect(decodeHTML(escapeHtml(text))).toBe(text);
  }
});

it('signed texts keep their single quotes as they were written', () =>
  expect(escapeHtml(`'"<&>`)).toBe('&#39;&quot;&lt;&amp;&gt;'));

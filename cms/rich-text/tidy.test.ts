import { expect, it } from 'vitest';
import { createRandom } from '../../campaigns/calendar/testing/random.ts';
import { block, linkNode, textNode } from './make.ts';
import type { RichNode } from './node.ts';
import { randomBody } from './testing/random-body.ts';
import { badLinks, tidyRichText } from './tidy.ts';
import { richTextToHtml } from './to-html.ts';

const unseen = ['\u200b', '\u202e', '\u0007', '\ufeff', '\u2060', '\u00ad', '\u2800', '\ud800'];

it('nothing that nobody sees stays in words or addresses, everything that is seen does', () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const { body, pictures } = randomBody(createRandom(seed));
    const random = createRandom(seed);
    const dirty = (node: RichNode): RichNode => ({
      ...node,
      ...(node.text === undefined ? {} : { text: node.text.replace(/号/g, () => `号${random.pick(unseen)}`) }),
      ...(node.fields?.url === undefined
        ? {}
        : { fields: { ...node.fields, url: `${random.pick(unseen.slice(0, 5))}${node.fields.url}` } }),
      ...(node.children ? { children: node.children.map(dirty) } : {}),
    });
    const clean = tidyRichText(body);
    expect(clean).toEqual(body);
    expect(richTextToHtml(tidyRichText({ root: dirty(body.root) }), pictures)).toBe(richTextToHtml(body, pictures));
    expect(badLinks(body)).toEqual([]);
  }
});

it('links that may not be stored are named by their words, wherever they stand', () => {
  const bad = (url: unknown, ...words: string[]): RichNode =>
    linkNode(
      url as string,
      words.map((word) => textNode(word)),
    );
  const text = {
    root: block('root', [
      block('paragraph', [bad('javascript:x', '甲', '乙'), bad('https://a.example/', '丙'), bad('', '丁')]),
      block('list', [
        block('listitem', [bad('//evil.example', '戊'), { ...bad('file:///x', '己'), type: 'autolink' }]),
      ]),
      block('paragraph', [bad(7, '庚'), bad(null, '辛')]),
    ]),
  };
  expect(badLinks(text)).toEqual(['甲乙', '戊', '己', '庚']);
  expect(badLinks(null)).toEqual([]);
  // Refused, not changed: the writer still sees what was typed.
  expect(JSON.stringify(tidyRichText(text))).toBe(JSON.stringify(text));
});

import { expect, it } from 'vitest';
import { createRandom, type Random } from '../../../campaigns/calendar/testing/random.ts';
import { within } from '../../../.config/patience.ts';
import { cleanWord } from '../clean-word.ts';
import type { RichNode } from '../node.ts';
import { richTextToHtml } from '../to-html.ts';
import { readRich } from './read.ts';
import { settle } from './settle.ts';
import { parse, readHtml, type Parsed } from './source-node.ts';

const pieces = [
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  '<![endif]>',
  '<![if x]>',
  '<!DOCTYPE',
  '<?xml ?>',
  '"',
  "'",
  '=',
  '&',
  '&#x6a;',
  '&#0;',
  '\0',
  '\uFEFF',
  '\uD800',
  '字',
  ' ',
  '\n',
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<b>',
  '</i>',
  '<table>',
  '<tr>',
  '<td rowspan=0 colspan=-3>',
  '<th rowspan=65535>',
  '</table>',
  '<thead>',
  '<col style=display:none span=9>',
  '<ul>',
  '<ol start=-9 reversed>',
  '<li value=1e9>',
  '</ol>',
  '<h1>',
  '<h6 role=heading aria-level=0>',
  '<blockquote>',
  '<hr>',
  '<br>',
  '<a href="java&#10;script:x()">',
  '<a href="//evil.example">',
  '<a href=/\\evil.example>',
  '<a href="https://a.example/&quot;onx=">',
  '<a href="data:text/html,x">',
  '</a>',
  '<img src=x onerror=x()>',
  '<img src="data:image/svg+xml,<svg onload=x()>">',
  '<img src="data:image/png;base64,AAAA">',
  '<svg><script>x()</script></svg>',
  '<math><mtext><style>',
  '<iframe srcdoc="<script>x()">',
  '<object data=javascript:x()>',
  '<script>x("</p>")</script>',
  '<style>*{}</style>',
  '<template>',
  '<noscript>',
  '<textarea>',
  '<select><option>',
  '<base href=//evil.example>',
  '<form action=javascript:x()>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<p class=MsoListParagraph style="mso-list:l0 level9 lfo1">',
  '<span style="mso-list:Ignore">１．</span>',
  '<p style="background:url(javascript:x())" onclick=x()>',
  '<sup>',
  '<sub>Ω</sub>',
  '<u>　　</u>',
  '<span style="font-family:Wingdings">',
  '<x-y z>',
  '<o:p>',
  '<constructor>',
  '<__proto__ toString=1>',
  '<p style=constructor:x;__proto__:y>',
];
const soup = (random: Random): string => Array.from({ length: random.int(1, 40) }, () => random.pick(pieces)).join('');

/** What each node of the editor may hold. */
const holds: Record<string, RegExp> = {
  root: /^(?:paragraph|heading|quote|list|table|horizontalrule|upload)$/,
  paragraph: /^(?:text|linebreak|link)$/,
  heading: /^(?:text|linebreak|link)$/,
  quote: /^(?:text|linebreak|link)$/,
  link: /^text$/,
  list: /^listitem$/,
  listitem: /^(?:text|linebreak|link|list)$/,
  table: /^tablerow$/,
  tablerow: /^tablecell$/,
  tablecell: /^paragraph$/,
};
function misplaced(node: RichNode): string[] {
  return (node.children ?? []).flatMap((child) => [
    ...(holds[node.type]?.test(child.type) ? [] : [`${child.type} in ${node.type}`]),
    ...misplaced(child),
  ]);
}
const attributesIn = (nodes: readonly Parsed[]): [string, string][] =>
  nodes.flatMap(({ attribs = {}, children = [] }) => [...Object.entries(attribs), ...attributesIn(children)]);
/** Where a browser goes from a page of ours. */
const origin = (url: string): string => new URL(url, 'https://own.example/').origin;

it(
  'whatever is read, nothing runs, nothing leads astray, and the editor knows every node and where it stands',
  () => {
    for (let seed = 1; seed <= 1_500; seed += 1) {
      const source = soup(createRandom(seed));
      const { blocks, notes } = settle(readRich(readHtml(source)).blocks);
      const root: RichNode = { type: 'root', children: blocks };
      expect({ seed, source, misplaced: misplaced(root) }).toEqual({ seed, source, misplaced: [] });
      for (const note of notes) expect(note).toMatch(/^[^@\n]+。$/);
      const pages = [richTextToHtml({ root }, new Map()), cleanWord(source).html];
      for (const html of pages) {
        expect(html, source).not.toMatch(
          /<(?:script|style|iframe|object|svg|math|form|base|meta|template|textarea|select|x-y|o:p)\b/i,
        );
        for (const [name, value] of attributesIn(parse(html))) {
          expect({ source, name, fits: /^(?:href|src|alt|start|colspan|rowspan|data-media)$/.test(name) }).toEqual({
            source,
            name,
            fits: true,
          });
          if (name === 'href') expect({ source, to: origin(value) }).toEqual({ source, to: 'https://a.example' });
          if (name === 'src') expect(value).toMatch(/^data:image\/png;base64,/);
          if (/span$|start/.test(name)) expect(Math.abs(Number(value))).toBeLessThanOrEqual(1_000_000);
        }
      }
    }
  },
  within(20_000),
);

it('a table that claims to be endless is as large as it is', () => {
  const { blocks } = settle(
    readRich(
      readHtml(`<table><tr><td rowspan=99999 colspan=99999>甲</td></tr>${'<tr><td>乙</td></tr>'.repeat(3)}</table>`),
    ).blocks,
  );
  expect(richTextToHtml({ root: { type: 'root', children: blocks } }, new Map())).toMatch(
    /^<table><tbody><tr><td colspan="50" rowspan="4">甲<\/td>/,
  );
});

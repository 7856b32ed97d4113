import { DomUtils, parseDocument } from 'htmlparser2';
import { expect, it } from 'vitest';
import { createRandom } from '../../../campaigns/calendar/testing/random.ts';
import { storableLink } from '../../words/storable-link.ts';
import { randomSnapshot } from '../testing/random-snapshot.ts';
import { dayInWords } from '../../../campaigns/calendar/civil-day.ts';
import { renditionOf } from './rendition.ts';

const samples = Array.from({ length: 200 }, (_, i) => ({ seed: i + 1, ...randomSnapshot(createRandom(i + 1)) }));
const flat = (text: string): string => text.replace(/[\s｜]/g, '');

it('every fact of a release is in its rendition, as it was typed, in HTML and in plain text', () => {
  for (const { seed, snapshot, words } of samples) {
    const { html, text } = renditionOf(snapshot, snapshot.corrections, 0);
    const shown = flat(DomUtils.textContent(parseDocument(html)));
    expect({ seed, lost: words.filter((word) => !shown.includes(flat(word))) }).toEqual({ seed, lost: [] });
    const days = [
      snapshot.roleModel?.batchDate ?? [],
      snapshot.caseSteps?.mend.map(({ date }) => date) ?? [],
      snapshot.disclosure ? [snapshot.disclosure.docDate, snapshot.disclosure.until] : [],
      snapshot.corrections.map(({ date }) => date),
    ].flat();
    expect({ seed, lost: days.filter((day) => !text.includes(dayInWords(day))) }).toEqual({ seed, lost: [] });
    expect({ seed, lost: words.filter((word) => !flat(text).includes(flat(word))) }).toEqual({ seed, lost: [] });
  }
});

it('nothing that was typed becomes HTML, and every link may be followed', () => {
  for (const { seed, snapshot } of samples) {
    const { html } = renditionOf(snapshot, snapshot.corrections, 1);
    const elements = DomUtils.getElementsByTagName('*', parseDocument(html), true);
    const wrong = elements.filter(
      ({ attribs, name }) =>
        !/^(?:h2|h3|p|strong|em|a|br|hr|ul|ol|li|blockquote|table|thead|tbody|tr|t[dh]|figure|figcaption|img)$/.test(
          name,
        ) || Object.keys(attribs).some((one) => !/^(?:href|start|colspan|rowspan|alt|data-media)$/.test(one)),
    );
    expect({ seed, wrong: wrong.map(({ name }) => name) }).toEqual({ seed, wrong: [] });
    for (const { attribs } of elements.filter(({ name }) => name === 'a'))
      expect(storableLink(attribs.href ?? '')).toBe(attribs.href);
  }
});

it('says who may object where somebody is named, that nobody is meant where that is established, and never both', () => {
  for (const { seed, snapshot } of samples) {
    const { text } = renditionOf(snapshot, [], 0);
    const says = { objects: text.includes('可以提出异议'), anonymous: text.includes('已作匿名处理') };
    expect({ seed, ...says }).toEqual({
      seed,
      objects: snapshot.disclosure !== undefined,
      anonymous: snapshot.disclosure === undefined && snapshot.anonymous === true,
    });
  }
});

it('is the signed text and nothing else where there is nothing to add', () => {
  for (const { snapshot } of samples) {
    const { anonymous: _, ...bare } = {
      ...snapshot,
      roleModel: null,
      caseSteps: null,
      lesson: null,
      disclosure: undefined,
    };
    expect(renditionOf(bare as never, [], 0)).toEqual({ html: snapshot.html, text: snapshot.text });
  }
});

it('tells corrections last, each once, and how many more are on their way', () => {
  for (const { snapshot } of samples) {
    const { corrections } = snapshot;
    const { html } = renditionOf(snapshot, corrections, 2);
    expect(html.match(/<h2>更正<\/h2>/g)).toHaveLength(1);
    expect(html.slice(html.lastIndexOf('<h2>更正</h2>')).match(/<li>/g)).toHaveLength(corrections.length + 1);
    expect(html.endsWith('本文有两处内容正在更正，核定以后公布。</li></ul>')).toBe(true);
  }
});

it('days are written as people write them; what is no day stays as it is', () => {
  expect(['2026-06-04', '2026-12-31T00:00:00Z', '', '六月', '2026-6-4'].map(dayInWords)).toEqual([
    '2026年6月4日',
    '2026年12月31日',
    '',
    '六月',
    '2026-6-4',
  ]);
});

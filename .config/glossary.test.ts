import { expect, it } from 'vitest';
import { roles } from '../cms/access/roles.ts';
import { deliveryLooks, recallLooks } from '../cms/words/delivery-looks.ts';
import { nominationStates } from '../cms/nominations/state.ts';
import { storyKinds } from '../cms/story/facts.ts';
import { reviewActs } from '../cms/story/act.ts';
import { stages } from '../cms/story/stage.ts';
import { readGlossary, refusedIn, withoutComments } from './glossary.ts';
import { ownTexts, type OwnText } from './own-texts.ts';

const terms = readGlossary();
const seen = new Set(terms.flatMap(({ seen: words }) => words));
const texts = ownTexts();

/** Sources whose Chinese is for people: not tests, not what the checks look for in other people's texts. */
const speaks = ({ file }: OwnText) =>
  /^(campaigns|cms|site|scripts)\/.*\.(ts|tsx|astro)$/.test(file) && !/\.test\.|\/testing\/|^cms\/checks\//.test(file);
const sources = texts.filter(speaks).map(({ file, text }) => ({ file, text: withoutComments(text) }));
const documents = texts.filter(
  ({ file }) =>
    /^(docs\/[\w-]+\.md|README\.md|campaigns\/channels\/README\.md)$/.test(file) && file !== 'docs/glossary.md',
);

it('each word of the glossary stands on a screen', () => {
  expect(terms.length).toBeGreaterThan(70);
  const screens = sources.map(({ text }) => text).join('\n');
  expect([...seen].filter((word) => !screens.includes(word))).toEqual([]);
});

it('no word that the glossary refuses is said to people', () => {
  expect(
    [...sources, ...documents].flatMap(({ file, text }) => refusedIn(text, terms).map((said) => `${file} ${said}`)),
  ).toEqual([]);
});

it('one word, one line: none is refused that is used elsewhere', () => {
  expect(terms.flatMap(({ refused }) => refused).filter((word) => seen.has(word))).toEqual([]);
  const codes = terms.map(({ code }) => code);
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
});

it('every collection has its line, and its label is the word', () => {
  const collections = texts
    .filter(({ file }) => speaks({ file, text: '' }) && file.startsWith('cms/'))
    .flatMap(({ file, text }) => {
      const [, slug] = /^\s+slug: '([a-z-]+)',/m.exec(text) ?? [];
      const [, label] = /labels: \{ singular: '([^']+)'/.exec(text.slice(text.indexOf(`slug: '${slug}'`))) ?? [];
      return slug && label && /CollectionConfig/.test(text) ? [{ file, slug, label }] : [];
    });
  expect(collections.length).toBeGreaterThan(25);
  expect(collections.filter(({ label }) => !seen.has(label))).toEqual([]);
  const named = terms.map(({ code }) => code.replaceAll('`', '')).join(' ');
  expect(collections.filter(({ slug }) => !named.includes(slug))).toEqual([]);
});

it.each(
  Object.entries({
    roles: Object.values(roles),
    stages: Object.values(stages),
    acts: Object.values(reviewActs),
    kinds: Object.values(storyKinds),
    nominations: Object.values(nominationStates),
    deliveries: Object.values(deliveryLooks).map(({ word }) => word),
    recalls: Object.entries(recallLooks)
      .filter(([state]) => state !== 'person')
      .map(([, { word }]) => word),
  }),
)('every label of %s is a word of the glossary', (_, labels) => {
  expect(labels.filter((label) => !seen.has(label))).toEqual([]);
});

it('finds a refused word, and not another word that contains it', () => {
  expect(refusedIn('这一份签发稿即发布稿。', terms)).toEqual(['发布稿：这一份签发稿即发布稿。']);
  expect(refusedIn('这个栏目还没有发布稿件。', terms)).toEqual([]);
  expect(withoutComments('/** 稿子 */\nconst a = "稿件"; // 稿子\n<!-- 稿子 -->{/* 稿子 */}')).not.toContain('稿子');
});

import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  attemptWords,
  correctingWords,
  deliveryWords,
  misfireWords,
  recallWords,
  receiptWords,
} from '../campaigns/ports/state-words.ts';
import { nominationStates } from '../cms/nominations/state.ts';
import { reviewActs } from '../cms/story/act.ts';
import { stages } from '../cms/story/stage.ts';
import { campaignWords } from '../cms/words/campaign-words.ts';
import { publicationWords } from '../cms/words/publication-words.ts';

/** Every word of a state, and the files that may write it: another one asks its table, or a change of the word would miss it. */
const tables: Record<string, Readonly<Partial<Record<string, string>>>[]> = {
  'campaigns/ports/state-words.ts': [
    deliveryWords,
    recallWords,
    correctingWords,
    misfireWords,
    attemptWords,
    receiptWords,
  ],
  'cms/nominations/state.ts': [nominationStates],
  'cms/story/act.ts': [reviewActs],
  'cms/story/stage.ts': [stages],
  'cms/words/campaign-words.ts': [campaignWords],
  'cms/words/publication-words.ts': [publicationWords],
};
/** Verbs of the language, which sentences and buttons need whatever an act is called. */
const verbs = new Set(['撤回', '更正', '核对', '跳过', '发送', '转交', '送审', '退回']);
const words = new Set(
  Object.values(tables)
    .flatMap((list) => list.flatMap((table) => Object.values(table)))
    .filter((word) => word !== undefined && !verbs.has(word)),
);

/** Where another noun has the same word, and which. */
const publicPage = ['已撤回'];
const others: Record<string, string[]> = {
  // What the public page of a withdrawn story says, and what promises and posters say of that page (docs/decisions/045).
  'site/promises/outgoing.ts': publicPage,
  'site/feeds/atom.ts': publicPage,
  'site/components/NotFound.astro': publicPage,
  'site/components/teach/Withdrawn.astro': publicPage,
  'site/components/story/Withdrawn.astro': publicPage,
  'campaigns/channels/community/words.ts': publicPage,
  // The seal under a release.
  'site/components/Signature.astro': ['已签发'],
  // The section of a form, and the public notice, of the act of the awarding body.
  'site/components/gallery/Gallery.astro': ['荣誉撤销'],
  'cms/collections/nominations.ts': ['荣誉撤销'],
  // A note that the store must keep as it is.
  'cms/store/conformance.ts': ['等平台结果'],
};

const files = globSync('{campaigns,cms,site,scripts}/**/*.{ts,tsx,astro,mjs}').filter(
  (file) =>
    !/\.next\/|\.test\.tsx?$|(?:^|\/)testing\/|^cms\/migrations\/|^scripts\/(?:e2e|bench|screens|faults)\//.test(file),
);

/** Words that stand in a file as a whole: `'待发'`, `“待发”`, `>待发<`; not those in the middle of a sentence of other words. */
const written = (text: string): string[] =>
  [
    ...new Set(
      [
        ...text
          .replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
          .matchAll(/(?<=['"`“>])[\p{Script=Han}，]+(?=['"`”<])/gu),
      ].map(([word]) => word),
    ),
  ].filter((word) => words.has(word));

it('a word of a state stands in its table alone', () => {
  const found = files.flatMap((file) =>
    file in tables
      ? []
      : written(readFileSync(file, 'utf8'))
          .filter((word) => !others[file]?.includes(word))
          .map((word) => `${file} ${word}`),
  );
  expect(found).toEqual([]);
});

it('sees a word that is written again', () => {
  expect(
    [`label: '待发'`, '请看“被拒”', '<b>等人工</b>', '// 待发', '/** “待发” */', `'没有待发的'`].map(written),
  ).toEqual([['待发'], ['被拒'], ['等人工'], [], [], []]);
});

it('lets no other noun pass that is not there', () => {
  for (const [file, list] of Object.entries(others))
    expect(written(readFileSync(file, 'utf8')), file).toEqual(expect.arrayContaining(list));
});

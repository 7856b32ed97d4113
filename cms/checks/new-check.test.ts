import { expect, it, vi } from 'vitest';
import type { StoryCheck } from '../checking/findings/story-check.ts';
import type { TextCheck } from './text-check.ts';

// One file and its line for each: nothing else of the product is changed here.
const hurry: TextCheck = {
  group: 'hurry',
  judge: 'secrecy',
  passage: ({ text }) => {
    const from = text.indexOf('火速转发');
    return from < 0
      ? []
      : [{ rule: 'hurry/forward', level: 'block', from, to: from + 4, text: '火速转发', mend: '请删去。' }];
  },
};
const code: TextCheck = {
  group: 'code',
  machine: true,
  exact: true,
  find: ({ folded: { text } }) =>
    [...text.matchAll(/QQ\d{5,}/g)].map(({ 0: whole, index }) => ({
      rule: 'code/qq',
      level: 'warn',
      from: index,
      to: index + whole.length,
      text: 'QQ***',
      mend: '请删去。',
    })),
};
const longTitle: StoryCheck = ({ snapshot: { title } }) =>
  title.length > 20 ? [{ rule: 'title/long', level: 'warn', at: '标题', text: '', mend: '请缩短。' }] : [];
vi.mock('./text-checks.ts', async (original) => ({
  textChecks: [...(await original<typeof import('./text-checks.ts')>()).textChecks, hurry, code],
}));
vi.mock('../checking/findings/facts/story-checks.ts', async (original) => ({
  storyChecks: [
    ...(await original<typeof import('../checking/findings/facts/story-checks.ts')>()).storyChecks,
    longTitle,
  ],
}));

const { checkTexts } = await import('./check-texts.ts');
const { findMarked } = await import('../checking/findings/find-marked.ts');
const { isSecrecyReading } = await import('../checking/findings/no-override.ts');
const { snapshotFindings } = await import('../checking/findings/snapshot-findings.ts');
const { randomSnapshot } = await import('../release/testing/random-snapshot.ts');
const { createRandom } = await import('../../campaigns/calendar/testing/random.ts');

const rules = (text: string, kind: 'prose' | 'machine' = 'prose') =>
  checkTexts([{ field: '正文', text, kind }]).map(({ rule }) => rule);

it('a check reads every text, over line ends and in what a text hides, and an address only where it says so', () => {
  expect(rules('看见了请火速\n转发。')).toEqual(['hurry/forward']);
  expect(rules('好文章。<!-- 火速转发 -->')).toEqual(['hurry/forward']);
  expect(rules('加ＱＱ１２３４５６')).toEqual(['code/qq']);
  expect(rules('https://a.example/?火速转发QQ123456', 'machine')).toEqual(['code/qq']);
  expect(rules('一句平常的话。')).toEqual([]);
});

it('who may judge it, and whether the words around belong to it, stand in its own file', () => {
  expect(isSecrecyReading({ rule: 'hurry/forward', level: 'block' })).toBe(true);
  expect(isSecrecyReading({ rule: 'code/qq', level: 'block' })).toBe(false);
  const marks = (texts: string[]) =>
    new Set(texts.flatMap((text) => findMarked([{ field: '正文', text }], {}, 'secret').map(({ mark }) => mark))).size;
  expect(marks(['请加QQ123456。', '不要加QQ123456！'])).toBe(1);
  expect(marks(['请火速转发这里。', '甲说火速转发那边。'])).toBe(2);
});

it('a check of facts looks at each story that would go out', () => {
  const { snapshot } = randomSnapshot(createRandom(1));
  const found = (title: string) =>
    snapshotFindings(
      { ...snapshot, title },
      { lexicons: { index: new Map() } as never, reprintSources: { names: [] } as never, channels: [], secret: 's' },
    ).filter(({ rule }) => rule === 'title/long').length;
  expect([found('短题'), found('一二三四五六七八九十一二三四五六七八九十一')]).toEqual([0, 1]);
});

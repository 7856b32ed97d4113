import { expect, it } from 'vitest';
import { createRandom } from '../../campaigns/calendar/testing/random.ts';
import { soughtFacts } from '../collections/stories/sought-facts.ts';
import { searchTextOf, withSerial } from './search-text.ts';
import { randomBody } from './testing/random-body.ts';

const lines = (text: string): string[] => text.split('\n');

it('every word of a text is found, each passage on a line of its own', () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const { body, pictures, words } = randomBody(createRandom(seed));
    const captions = new Set([...pictures.values()].map(({ caption }) => caption));
    const text = searchTextOf({ title: '题', body });
    for (const word of words.filter((one) => !captions.has(one)))
      expect(
        lines(text).some((line) => line.includes(word)),
        word,
      ).toBe(true);
  }
});

it('every fact that people look for is in it, and nothing else', () => {
  const story = {
    title: ' 题\n目 ',
    summary: '摘要',
    authorName: '某人',
    source: '某报',
    tags: ['标签', 3],
    roleModel: { name: '姓名', place: '地点', batch: '批次', recommendedBy: '推荐', consent: '同意书' },
    caseSteps: { what: '经过', rule: { text: '条文' } },
    lesson: { theme: '主题', subject: '学科', licence: '授权' },
    reviews: [{ note: '内部的话' }],
    body: null,
  };
  const text = searchTextOf(story, soughtFacts(story));
  expect(lines(text)).toEqual([
    '题 目',
    '摘要',
    '某人',
    '某报',
    '姓名',
    '地点',
    '批次',
    '推荐',
    '经过',
    '主题',
    '学科',
    '标签',
  ]);
});

it.each([undefined, null, 7, 'x', { roleModel: 'x', tags: 'x', caseSteps: null, body: { root: null } }])(
  'stands what is no story (%j)',
  (story) => {
    const row = { title: '题', ...(typeof story === 'object' && story ? story : { summary: story }) };
    expect(searchTextOf(row, soughtFacts(row)).startsWith('题')).toBe(true);
  },
);

it('the number stays through edits and is never there twice', () => {
  const numbered = withSerial(searchTextOf({ title: '题' }), 12);
  expect(numbered).toBe('〔12〕\n题');
  expect(searchTextOf({ title: '新题' }, [], numbered)).toBe('〔12〕\n新题');
  expect(withSerial(numbered, 12)).toBe(numbered);
  expect(withSerial(null, 3)).toBe('〔3〕\n');
  expect(searchTextOf({ title: '题' }, [], '没有编号')).toBe('题');
});

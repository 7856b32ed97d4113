import { describe, expect, it } from 'vitest';
import { words } from '../fold/words.ts';
import { fold } from '../fold/fold.ts';
import { findWords } from './find-words.ts';
import { indexLexicons } from './index-lexicons.ts';
import { entrySchema, type Lexicon } from './lexicon.ts';

const lexicon = (group: Lexicon['group'], ...entries: Record<string, unknown>[]): Lexicon => ({
  slug: 'city',
  title: '示例词表',
  group,
  edition: '2026-11-21',
  owner: '示例',
  source: '示例',
  confidence: 1,
  entries: entries.map((entry) => entrySchema.parse({ why: '写错', level: 'block', ...entry })),
});
const index = indexLexicons([
  lexicon(
    'wording',
    { wrong: '诚信广圆', right: '诚信广元' },
    { wrong: '广圆', right: '广元', level: 'warn' },
    { wrong: '按装', right: '安装' },
    { wrong: '四字错词', allow: ['详见四字错词表'] },
    { wrong: 'ＡＰＰ下载', right: '应用下载' },
    { wrong: '老城', allow: ['老城墙', '在老城里'] },
  ),
  lexicon('insult', { wrong: '赖皮狗', why: '侮辱人。', quotable: true }),
]);
const found = (text: string) => {
  const folded = fold(text);
  return findWords(words(folded), index, folded.written).map(
    ({ from, level, rule, to }) => `${rule} ${level} ${text.slice(folded.map[from], folded.map[to])}`,
  );
};

describe('a wrong expression', () => {
  it.each<[string, string, string[]]>([
    ['the longest at a place', '诚信广圆专栏', ['wording/city block 诚信广圆']],
    ['the shorter one alone', '来到广圆', ['wording/city warn 广圆']],
    ['with blanks and marks between', '诚 **信** 广\n圆', ['wording/city block 诚 **信** 广\n圆']],
    ['in letters of any width and size', 'app下载', ['wording/city block app下载']],
    ['twice', '广圆、广圆', ['wording/city warn 广圆', 'wording/city warn 广圆']],
    ['of those that hurt, under its own name', '你这个赖皮狗', ['insult/word block 赖皮狗']],
    ['at the end of a word that meets it by chance: none', '请按装修合同办', []],
    ['as a word of its own', '上门按装空调', ['wording/city block 按装']],
    ['in an exception', '老城墙下', []],
    ['in an exception that begins before it', '在老城里走', []],
    ['a long one in an exception that begins before it', '请详见四字错词表', []],
    ['a long one in half an exception', '见四字错词表', ['wording/city block 四字错词']],
    ['beside an exception', '老城墙和老城', ['wording/city block 老城']],
    ['none', '一句平常的话', []],
  ])('%s', (_, text, told) => expect(found(text)).toEqual(told));
});

describe('a word that may be explained', () => {
  it.each([
    '所谓“赖皮狗”，是侮辱人的话',
    '“赖皮狗”一词不要用',
    '赖皮狗这种说法不再出现',
    '俗称《赖皮狗》',
    '请把赖皮狗这个词改掉',
  ])('passes: %s', (text) => expect(found(text)).toEqual([]));

  it.each(['他是赖皮狗', '“赖皮狗”又来了', '所谓赖皮狗来了', '说他是“赖皮狗”，他不还钱'])('is told: %s', (text) =>
    expect(found(text)).toHaveLength(1),
  );

  it('one that may not is told in quotation marks too', () =>
    expect(found('所谓“诚信广圆”是错的')).toEqual(['wording/city block 诚信广圆']));
});

it('the sentence says why, and what to write or that it has to go', () => {
  const mends = ['诚信广圆', '赖皮狗'].map((text) => findWords(words({ text }), index, text)[0]?.mend);
  expect(mends).toEqual(['写错。请把“诚信广圆”改为“诚信广元”。', '侮辱人。请删去或改写“赖皮狗”。']);
});

it('what is shown has the words around it and no number', () => {
  const text = '证号五一〇八〇二一九九来到诚信广圆的专栏看一看再走也不迟';
  const shown = findWords(words({ text }), index, text)[0]?.text ?? '';
  expect(shown).toContain('诚信广圆');
  expect(shown.length).toBeLessThanOrEqual(20);
});

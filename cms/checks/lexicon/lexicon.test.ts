import { describe, expect, it } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { checkTexts } from '../check-texts.ts';
import { importLexicon, type LexiconHead } from './import-lexicon.ts';
import { indexLexicons } from './index-lexicons.ts';
import { loadLexicons } from '../../content/load-lexicons.ts';

const head: LexiconHead = {
  slug: 'city',
  title: '本市词表',
  group: 'wording',
  edition: '2026-11-21',
  owner: '编辑部（示例）',
  source: '示例',
  confidence: 0.9,
};
const csv =
  '错误写法,正确写法,说明,级别,例外\r\n诚信广圆,诚信广元,专栏名写错,阻断,\r\n"广元,市",广元市,"中间多了""逗号""",提醒,\r\n老城,古城,,,"老城墙、老城区"\r\n';

describe('the committed word lists', () => {
  it('say whose they are, and hold no word twice', async () => {
    const lexicons = await loadLexicons(process.cwd());
    expect(lexicons.map(({ slug }) => slug)).toEqual([
      'ai-leftovers',
      'countries',
      'fixed-expressions',
      'insult',
      'leaders',
      'renamed-terms',
      'territory',
      'typos',
    ]);
    for (const { entries, slug } of lexicons) {
      const wrongs = entries.map(({ wrong }) => `${slug} ${wrong}`);
      expect(wrongs.filter((w, i) => wrongs.indexOf(w) !== i)).toEqual([]);
    }
  });

  it('find each of their own words, and put none of them in its place', async () => {
    const lexicons = await loadLexicons(process.cwd());
    const index = indexLexicons(lexicons);
    const check = (text: string) =>
      checkTexts([{ field: '正文', text: `市里${text}了` }], { lexicons: index }).map(({ rule }) => rule);
    const entries = lexicons.flatMap(({ entries: all }) => all);
    expect(entries.filter(({ wrong }) => check(wrong).length === 0).map(({ wrong }) => wrong)).toEqual([]);
    expect(entries.filter(({ right }) => right && check(right).length > 0).map(({ right }) => right)).toEqual([]);
    expect(entries.flatMap(({ allow }) => allow).filter((phrase) => check(phrase).length > 0)).toEqual([]);
  });
});

describe('a word list from a file', () => {
  it('is read from CSV in UTF-8, with a mark or without', () => {
    for (const bytes of [Buffer.from(csv), Buffer.from(`\ufeff${csv}`)]) {
      expect(importLexicon(bytes, 'a.csv', head).entries).toMatchObject([
        { wrong: '诚信广圆', right: '诚信广元', level: 'block' },
        { wrong: '广元,市', why: '中间多了"逗号"', level: 'warn' },
        { wrong: '老城', allow: ['老城墙', '老城区'], level: 'warn' },
      ]);
    }
  });

  it('is read from XLSX', async () => {
    const bytes = await writeExcel([
      ['错误写法', '正确写法', '级别'].map((value) => ({ value })),
      ['诚信广圆', '诚信广元', '阻止'].map((value) => ({ value })),
    ]).toBuffer();
    expect(importLexicon(bytes, 'a.xlsx', head).entries).toMatchObject([
      { wrong: '诚信广圆', right: '诚信广元', level: 'block' },
    ]);
  });

  it('then finds its words, seen through blanks and marks, and its exceptions pass', () => {
    const lexicons = indexLexicons([importLexicon(Buffer.from(csv), 'a.csv', head)]);
    const found = (text: string) => checkTexts([{ field: '标题', text }], { lexicons });
    expect(found('诚 信**广**圆')).toMatchObject([
      { rule: 'wording/city', level: 'block', at: '标题 1:1', mend: '专栏名写错。请把“诚信广圆”改为“诚信广元”。' },
    ]);
    expect(found('老城墙和老城区')).toEqual([]);
    expect(found('走进老城')).toHaveLength(1);
  });

  it('of officials names and titles becomes what a text may not say of them, and says nothing of what is right', () => {
    const sheet = '姓名,职务,常见错写,原职务\n示例建国,副市长,示列建国、示例健国,市长、常务副市长\n';
    const lexicons = indexLexicons([importLexicon(Buffer.from(sheet), 'a.csv', head)]);
    const found = (text: string) =>
      checkTexts([{ field: '正文', text }], { lexicons }).map(({ level, mend }) => `${level} ${mend}`);
    expect(found('示列建国副市长到会')).toEqual(['block 领导人姓名写错。请把“示列建国”改为“示例建国”。']);
    expect(found('市长示例建国到会')).toEqual([
      'block 领导人职务写错，或者职务已经变动。请把“市长示例建国”改为“副市长示例建国”。',
    ]);
    expect(found('示例建国市长到会')).toHaveLength(1);
    expect(found('常务副市长示例建国到会')).toHaveLength(1);
    expect(found('副市长示例建国到会，示例建国副市长讲话，市长另有安排')).toEqual([]);
  });

  it('names every row that does not fit, and takes none of them', () => {
    const told = (text: string) => {
      try {
        importLexicon(Buffer.from(text), '词表.csv', head);
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(told('错误写法,级别\n甲甲,马上\n乙乙,提醒\n,提醒\n')).toContain(
      '第2行的级别写的是“马上”，只能写“阻止”或“提醒”。第4行的“错误写法”是空的，请填上。',
    );
    expect(told(`错误写法,级别\n${'甲,马上\n'.repeat(12)}`)).toMatch(/第11行[^第]*另有2行不合要求。$/);
    const officials =
      '姓名,职务,常见错写,原职务\n某,市长,某某,\n示例甲,,示例钾,\n示例乙,市长,,\n示例丙,市长,示例丙,\n示例丁,市长,,市长\n';
    for (const line of [2, 3, 4, 5, 6]) expect(told(officials)).toContain(`第${line}行`);
  });

  it.each([
    ['词,改\n甲,乙', '第1行没有“错误写法”这一列'],
    ['错误写法,级别\n甲,马上', '第2行的级别写的是“马上”，只能写“阻止”或“提醒”。'],
    ['错误写法,正确写法\n甲,乙\n甲,丙', '“甲”写了两次，请合并成一行。'],
    ['错误写法,正确写法\n,乙', '第2行的“错误写法”是空的，请填上。'],
    ['错误写法\n', '没有词条，请补上。'],
  ])('with a fault is refused in one sentence: %j', (text, sentence) => {
    expect(() => importLexicon(Buffer.from(text), '词表.csv', head)).toThrow(sentence);
  });
});

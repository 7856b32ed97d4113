import { describe, expect, it } from 'vitest';
import { blamedInList } from './blamed-in-list.ts';
import { listTexts } from './list-texts.ts';
import { listTypeSchema } from '../content/list-type-schema.ts';
import { loadListTypes } from '../content/load-list-types.ts';

const [first] = await loadListTypes(process.cwd());
if (!first) throw new Error('no list types');
const list = first;
const { answer: _answer, ...unanswered } = list;
const read = (more: object) => listTypeSchema.safeParse({ ...list, ...more });
const told = (more: object): string[] => {
  const { error } = read(more);
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
};

describe('the file of a list', () => {
  it.each<[string, object, string]>([
    ['without a basis in law there is no list', { basis: [] }, 'basis: 是空的'],
    ['a list holds nobody up by name', { answer: { who: 'person', tone: 'negative' } }, 'answer: 答的是指名批评'],
    ['nor a unit', { answer: { who: 'organisation', tone: 'negative' } }, 'answer: 答的是指名批评'],
    ['it keeps no rows of its own', { mode: 'mirror' }, 'mode: '],
    ['its address is one that readers may follow', { officialUrl: 'javascript:alert(1)' }, 'officialUrl: '],
    ['its day is one', { checkedOn: '2026-02-30' }, 'checkedOn: '],
    ['its day is written with half-width figures', { checkedOn: '２０２６-11-16' }, 'checkedOn: '],
    ['its summary is as short as every summary', { summary: '长'.repeat(55) }, 'summary: '],
    ['its answers are answers', { who: '' }, 'who: '],
    ['a basis says how sure it is', { basis: [{ ...list.basis[0], confidence: 1.2 }] }, 'basis.0.confidence: '],
    ['what nobody knows is a slip of the hand', { periods: '两年' }, ': '],
  ])('%s', (_, more, start) => {
    const issues = told(more);
    expect([issues.length > 0, issues.filter((issue) => !issue.includes(start))]).toEqual([true, []]);
  });

  it('may leave the question open or answer that nobody is meant, and links to the authority', () => {
    expect(told({ answer: undefined })).toEqual([]);
    expect(told({ answer: { who: 'nobody', tone: 'negative' } })).toEqual([]);
    expect(listTypeSchema.parse({ ...unanswered, mode: undefined }).mode).toBe('link');
  });
});

describe('the texts of a list', () => {
  it('are all that readers get to see, each with its place in the file', () => {
    const texts = listTexts(list);
    // Whatever stands in the file as words is read, but addresses, days and names of the machine.
    const unread = new Set(['slug', 'catalogEdition', 'officialUrl', 'mode', 'checkedOn']);
    expect(texts.filter(({ path }) => path[0] !== 'basis').map(({ path }) => path[0])).toEqual(
      expect.arrayContaining(
        Object.entries(list).flatMap(([name, value]) => (typeof value === 'string' && !unread.has(name) ? [name] : [])),
      ),
    );
    expect(texts.filter(({ path }) => path[0] === 'basis')).toHaveLength(list.basis.length);
    expect(texts.find(({ field }) => field === '依据第1项')?.text).toContain(list.basis[0]?.docNo);
  });

  it('of this product blame nobody', async () => {
    for (const one of await loadListTypes(process.cwd())) expect([one.slug, blamedInList(one)]).toEqual([one.slug, []]);
  });

  it.each<[string, object, string[]]>([
    ['of a firm by its name', { who: '例如示例市诚信商贸有限公司，拒不履行判决。' }, ['什么人会被列入']],
    [
      'of a penalty that is nobody’s to print',
      { exit: '李某（男，45岁）因赌博被行政拘留十日，不予移出。' },
      ['怎样移出'],
    ],
    [
      'two places, both named',
      { who: '示例市诚信商贸有限公司拖欠工资。', period: '示例市诚信商贸有限公司两年。' },
      ['什么人会被列入'],
    ],
  ])('where somebody writes %s, the place is told', (_, more, fields) => {
    expect(blamedInList({ ...list, ...more })).toEqual(fields);
  });
});

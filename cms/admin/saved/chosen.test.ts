import type { ClientField } from 'payload';
import { expect, it } from 'vitest';
import { compareTexts, chosenInEither } from './compare-texts.ts';
import { chosenIn } from './chosen.ts';
import { loadTitles } from './load-titles.ts';
import { readable } from './readable.ts';

const fields = [
  { name: 'column', type: 'relationship', relationTo: 'columns', label: '栏目' },
  { name: 'also', type: 'relationship', relationTo: ['stories', 'campaigns'], hasMany: true, label: '相关' },
  { name: 'lead', type: 'upload', relationTo: 'media', label: '题图' },
  {
    name: 'slides',
    type: 'array',
    label: '组图',
    fields: [
      { name: 'picture', type: 'upload', relationTo: 'media', label: '图' },
      { name: 'note', type: 'text', label: '说明' },
    ],
  },
  { name: 'due', type: 'date', label: '到期' },
] as unknown as ClientField[];
const [column, also, lead, slides, due] = fields;
const mine = {
  column: 'c1',
  also: [{ relationTo: 'stories', value: 's1' }],
  lead: 'm1',
  slides: [{ id: 'x', picture: 'm2', note: '甲' }],
};
const theirs = {
  column: { id: 'c2', name: '在栏目里' },
  also: [
    { relationTo: 'campaigns', value: 'k1' },
    { relationTo: 'stories', value: { id: 's2' } },
  ],
  lead: null,
  slides: [],
};
const titles = new Map([
  ['columns/c1', '信用知识'],
  ['columns/c2', '政务动态'],
  ['stories/s1', '第一篇'],
  ['stories/s2', '第二篇'],
  ['campaigns/k1', '3·15'],
  ['media/m1', '一座桥'],
  ['media/m2', null],
]);

it('what was chosen is called by its name on both sides, in rows too', () => {
  expect(
    compareTexts(mine, {}, theirs, fields, titles).map(({ label, mine: own, theirs: other }) => [label, own, other]),
  ).toEqual([
    ['栏目', '信用知识', '政务动态'],
    ['相关', '第一篇', '3·15、第二篇'],
    ['题图', '一座桥', '（空）'],
    ['组图', '1　图：（已删除或您看不到的一项）；说明：甲', '（空）'],
  ]);
});

it('is not called by an id before the desk has answered', () =>
  expect([readable('c1', column), readable(mine.slides, slides)].join()).not.toMatch(/c1|m2/));

it('every chosen row is found', () => {
  expect(
    chosenInEither(mine, theirs, fields)
      .map(({ collection, id }) => `${collection}/${id}`)
      .sort(),
  ).toEqual([...titles.keys()].sort());
  expect([chosenIn(null, lead), chosenIn('x', due), chosenIn([{ relationTo: 'stories', value: null }], also)]).toEqual([
    [],
    [],
    [],
  ]);
});

it("moments are Beijing's", () =>
  expect(readable('2031-03-08T18:30:00.000Z', due)).toMatch(/^2031年3月9日.* 02:30（北京时间）$/));

it('the desk is asked once a collection; what it does not show is said to be so, what it did not answer is not', async () => {
  const asked: string[] = [];
  const ask: typeof fetch = async (input) => {
    const { pathname, searchParams } = new URL(String(input), 'http://localhost');
    asked.push(
      `${pathname} ${searchParams.getAll('where[id][in][]').join()} ${searchParams.get('select[name]') ?? searchParams.get('select[title]') ?? searchParams.get('select[alt]')}`,
    );
    if (pathname.endsWith('stories')) throw new TypeError('offline');
    if (pathname.endsWith('media')) return Response.json({ errors: [] }, { status: 403 });
    return Response.json({ docs: [{ id: 'c1', name: '信用知识' }] });
  };
  const rows = [
    ['columns', 'c1'],
    ['columns', 'c2'],
    ['columns', 'c1'],
    ['stories', 's1'],
    ['media', 'm1'],
  ].map(([collection, id]) => ({ collection: collection!, id: id! }));
  const found = await loadTitles(
    rows,
    (collection) => ({ columns: 'name', stories: 'title', media: 'alt' })[collection] ?? null,
    ask,
  );
  expect([...found]).toEqual([
    ['columns/c1', '信用知识'],
    ['columns/c2', null],
    ['media/m1', null],
  ]);
  expect(asked).toEqual(['/api/columns c1,c2 true', '/api/stories s1 true', '/api/media m1 true']);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';

let cms: TestCms;
let desk: SignedIn;
let campaign: string;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['author', 'signer', 'admin', 'reviewer2']);
  campaign = (await sent('author', 'campaigns', aCampaign)).id;
});
afterAll(() => cms.close());

interface Told {
  doc?: { id: string };
  errors?: { message: string; data?: { errors?: { label?: string; path?: string }[] } }[];
}
const sent = async (who: string, collection: string, data: object) => {
  const { response, status } = await desk.post(who, collection, data);
  const { doc, errors = [] } = (await response.json()) as Told;
  const [error] = errors;
  return { status, id: doc?.id ?? '', said: error?.message ?? '', places: error?.data?.errors ?? [] };
};
const aCampaign = {
  slug: 'quality',
  year: 2026,
  title: '质量月',
  theme: '示例',
  standfirst: '示例',
  occasion: 'quality-month',
  phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
};
it.each<[string, string, () => object, string, object]>([
  ['author', 'campaigns', () => ({ ...aCampaign, slug: 'again' }), '年份和网址短名', {}],
  ['author', 'posts', () => ({ campaign, label: '当天', slug: 'day', channels: ['wechat'] }), '活动和网址短名', {}],
  [
    'signer',
    'occasion-notices',
    () => ({ occasion: 'quality-month', year: 2031, start: '2031-09-01', end: '2031-09-30', docNo: '示例' }),
    '年份和节点',
    {},
  ],
  ['author', 'batches', () => ({ name: '第一批' }), '批次', { name: ' 第一\u200B批' }],
  [
    'admin',
    'columns',
    () => ({ slug: 'news', name: '动态', description: '说明', type: '通知公告', kinds: ['activity'] }),
    '网址短名',
    { name: '别的名字' },
  ],
  [
    'reviewer2',
    'lexicons',
    () => ({ slug: 'local', title: '表', edition: '2026-01-01', owner: '甲', source: '自编', entries: [] }),
    '短名',
    {},
  ],
])('%s is told which value of %s is taken, in the form’s own words', async (who, collection, row, label, other) => {
  expect((await sent(who, collection, row())).status).toBe(201);
  const count = async () => (await cms.payload.count({ collection: collection as 'users' })).totalDocs;
  const before = await count();
  const again = await sent(who, collection, { ...row(), ...other });
  expect(again).toMatchObject({ status: 400, places: [{ label }] });
  expect(again.said).toBe(`${label}：已经有同样的一条，请换一个。没有保存。`);
  expect(await count()).toBe(before);
});

it('the same name in another year, or in another campaign, is no repetition', async () => {
  expect((await sent('author', 'campaigns', { ...aCampaign, year: 2027 })).status).toBe(201);
  const other = await sent('author', 'campaigns', { ...aCampaign, slug: 'other' });
  const post = { campaign: other.id, label: '当天', slug: 'day', channels: ['wechat'] };
  expect((await sent('author', 'posts', post)).status).toBe(201);
  expect((await sent('author', 'posts', { ...post, slug: 'eve' })).status).toBe(201);
});

it('what is wrong in another way keeps its own sentence', async () => {
  const { places, said } = await sent('author', 'batches', { name: '', batchDate: '2026-02-30' });
  expect(places.map(({ label }) => label).toSorted()).toEqual(['发布日期', '批次']);
  expect(said).not.toContain('已经有同样的一条');
});

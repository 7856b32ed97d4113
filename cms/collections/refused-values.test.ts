import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { aColumn } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';

let cms: TestCms;
let desk: SignedIn;
let column: string;
let narrow: string;
let material: string;
let campaign: string;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['author', 'signer', 'admin', 'reviewer2']);
  column = await aColumn(cms.payload);
  narrow = (await sent('admin', 'columns', { ...base.columns, slug: 'narrow', kinds: ['case', 'material'] })).id;
  material = (await sent('author', 'stories', { title: '一课（示例）', kind: 'material', column: narrow })).id;
  campaign = (await sent('signer', 'campaigns', base.campaigns)).id;
});
afterAll(() => cms.close());

interface Told {
  doc?: { id: string };
  errors?: { message: string; data?: { errors?: { path: string; message: string }[] } }[];
}
const answerOf = async ({ response, status }: { response: Response; status: number }) => {
  const { doc, errors = [] } = (await response.json()) as Told;
  const places = errors.flatMap(({ data }) => data?.errors ?? []);
  return {
    status,
    id: doc?.id ?? '',
    paths: places.map(({ path }) => path).toSorted(),
    said: [...errors.map(({ message }) => message), ...places.map(({ message }) => message)].join('\n'),
  };
};
const sent = async (who: string, collection: string, data: object) => answerOf(await desk.post(who, collection, data));

const base = {
  campaigns: {
    slug: 'base',
    year: 2026,
    title: '诚信活动',
    theme: '主题',
    standfirst: '一句话',
    occasion: 'credit-record-day',
    phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
  },
  columns: { slug: 'base', name: '栏目', description: '说明', type: '通知公告', kinds: ['knowledge'] },
  lexicons: { slug: 'base', title: '表', edition: '2026-01-01', owner: '甲', source: '自编', entries: [] },
  batches: { name: '第九批' },
};
const entry = { wrong: '帐号', right: '账号', why: '示例', level: 'warn' };

describe('a campaign', () => {
  it.each<[string, object, string, string]>([
    [
      'an address of another house',
      { actions: [{ label: '看', path: 'https://evil.example/' }] },
      'actions.0.path',
      '请写本站的路径',
    ],
    [
      'one that only looks like ours',
      { actions: [{ label: '看', path: '//evil.example' }] },
      'actions.0.path',
      '请写本站的路径',
    ],
    [
      'one with its slash turned round',
      { actions: [{ label: '看', path: '/\\evil.example' }] },
      'actions.0.path',
      '请写本站的路径',
    ],
    ['a third way in', { actions: ['a', 'b', 'c'].map((label) => ({ label, path: '/' })) }, 'actions', ''],
    ['a fourth word', { good: ['一', '二', '三', '四'] }, 'good', ''],
    ['a word that is a sentence', { avoid: ['这是一句很长很长的话'] }, 'avoid', '忌有10字，最多9字'],
    ['an occasion that nobody knows', { occasion: 'my-birthday' }, 'occasion', ''],
    ['no phase at all', { phases: [] }, 'phases', ''],
    ['a goal for no channel', { goals: [{ channel: 'carrier-pigeon', posts: 1 }] }, 'goals.0.channel', ''],
    ['a day that is none', { confirmedOn: '2026年6月14日' }, 'confirmedOn', '请写成 2026-06-14 这样'],
    ['a day in full-width figures', { confirmedOn: '２０２６-０６-１４' }, 'confirmedOn', '请写成 2026-06-14 这样'],
    [
      'evidence that is no address',
      { tasks: [{ name: '印', offsetDays: -1, evidenceUrl: 'javascript:alert(1)' }] },
      'tasks.0.evidenceUrl',
      '要写完整网址',
    ],
    [
      'evidence that somebody has deleted',
      { tasks: [{ name: '印', offsetDays: -1, evidenceFile: 'nothing' }] },
      'tasks.0.evidenceFile',
      '无效的选择',
    ],
    ['a name for addresses with capitals', { slug: 'Quality' }, 'slug', '网址短名只能用小写字母'],
    ['one in full width', { slug: 'ｑ１' }, 'slug', '网址短名只能用小写字母'],
    ['a title that nobody can see', { title: '\u200B\u3164' }, 'title', ''],
    ['a title too long for its slip', { title: '诚'.repeat(19) }, 'title', '名称有19字，最多18字'],
  ])('has not %s', async (_, more, path, sentence) => {
    const count = async () => (await cms.payload.count({ collection: 'campaigns' })).totalDocs;
    const before = await count();
    const told = await sent('author', 'campaigns', { ...base.campaigns, slug: 'tried', ...more });
    expect([told.status, told.paths]).toEqual([400, [path]]);
    expect(told.said).toContain(sentence);
    expect(told.said).toMatch(/\p{Script=Han}/u);
    expect(await count()).toBe(before);
  });
});

describe('a post', () => {
  const post = (more: object) => ({ campaign, label: '当天', slug: 'tried', channels: ['wechat'], ...more });
  it.each<[string, () => object, string]>([
    ['a channel that nobody knows', () => ({ channels: ['wechat', 'carrier-pigeon'] }), 'channels'],
    ['no channel', () => ({ channels: [] }), 'channels'],
    ['the same channel twice', () => ({ channels: ['wechat', 'wechat'] }), 'channels'],
    ['a lesson: schools fetch those themselves', () => ({ story: material }), 'story'],
    ['a story that is not there', () => ({ story: 'nothing' }), 'story'],
    ['no campaign', () => ({ campaign: null }), 'campaign'],
    ['an instant that is none', () => ({ at: '明天上午' }), 'at'],
    ['a time in full width', () => ({ time: '０９：００' }), 'time'],
    ['a name of seven characters', () => ({ label: '一二三四五六七' }), 'label'],
    ['another way to be missed', () => ({ misfire: 'whenever' }), 'misfire'],
    ['a third day to count from', () => ({ anchor: 'middle' }), 'anchor'],
  ])('has not %s', async (_, more, path) => {
    const told = await sent('author', 'posts', post(more()));
    expect([told.status, told.paths]).toEqual([400, [path]]);
  });
});

describe('a story', () => {
  const story = (more: object) => ({ title: '稿（示例）', kind: 'knowledge', column, ...more });
  it.each<[string, () => object, string[]]>([
    ['a column that does not take its kind', () => ({ column: narrow }), ['column']],
    ['a column that is not there', () => ({ column: 'nothing' }), ['column']],
    ['a kind that nobody knows', () => ({ kind: 'gossip', column: null }), ['kind']],
    ['an address that readers may not follow', () => ({ sourceUrl: 'www.example.org' }), ['sourceUrl']],
    ['a seventh tag', () => ({ tags: [...'一二三四五六七'] }), ['tags']],
    ['a correction of no day', () => ({ corrections: [{ was: '甲', now: '乙' }] }), ['corrections.0.date']],
    [
      'a correction of nothing',
      () => ({ corrections: [{ date: '2026-06-14', was: ' ', now: '\u200B' }] }),
      ['corrections.0.now', 'corrections.0.was'],
    ],
    [
      'half an hour too little for a lesson',
      () => ({ kind: 'material', column: narrow, lesson: { duration: 9 } }),
      ['lesson.duration'],
    ],
    [
      'a stage of school that is none',
      () => ({ kind: 'material', column: narrow, lesson: { stage: '幼儿园' } }),
      ['lesson.stage'],
    ],
    ['an answer to another question', () => ({ answer: { who: 'everybody', tone: 'praise' } }), ['answer.who']],
    ['an embargo until some time', () => ({ embargo: '过几天' }), ['embargo']],
  ])('has not %s', async (_, more, paths) => {
    const told = await sent('author', 'stories', story(more()));
    expect([told.status, told.paths]).toEqual([400, paths]);
  });

  it('does not stay in a column that takes it no more, once its kind is another', async () => {
    const { id } = await sent('author', 'stories', story({}));
    const patch = async (data: object) =>
      answerOf(await desk.send('author', `stories/${id}`, { method: 'PATCH', body: JSON.stringify(data) }));
    expect(await patch({ kind: 'material' })).toMatchObject({ status: 400, paths: ['column'] });
    expect(await patch({ kind: 'material', column: narrow })).toMatchObject({ status: 200 });
  });
});

it.each<[string, keyof typeof base, object, string]>([
  ['admin', 'columns', { slug: 'new', kinds: [] }, 'kinds'],
  ['admin', 'columns', { slug: 'new', kinds: ['gossip'] }, 'kinds'],
  ['admin', 'columns', { slug: 'new', description: ' \u200B\n' }, 'description'],
  ['admin', 'columns', { slug: 'new column' }, 'slug'],
  ['author', 'batches', { name: '第一千二百三十四批次和以后' }, 'name'],
  ['author', 'batches', { name: '\u3000' }, 'name'],
  ['author', 'batches', { batchDate: '2026-13-01' }, 'batchDate'],
  ['reviewer2', 'lexicons', { slug: 'new', confidence: 1.1 }, 'confidence'],
  ['reviewer2', 'lexicons', { slug: 'new', edition: '最新' }, 'edition'],
  ['reviewer2', 'lexicons', { slug: 'new', group: 'names' }, 'group'],
  ['reviewer2', 'lexicons', { slug: 'new', owner: '' }, 'owner'],
  ['reviewer2', 'lexicons', { slug: '本地' }, 'slug'],
  ['reviewer2', 'lexicons', { slug: 'new', entries: '帐号' }, 'entries'],
  ['reviewer2', 'lexicons', { slug: 'new', entries: [entry, entry] }, 'entries'],
  ['reviewer2', 'lexicons', { slug: 'new', entries: [{ ...entry, why: undefined }] }, 'entries'],
])('%s makes no row of %s with %j', async (who, collection, more, path) => {
  const told = await sent(who, collection, { ...base[collection], ...more });
  expect([told.status, told.paths]).toEqual([400, [path]]);
});

describe('what somebody else has just deleted', () => {
  it.each<[string, () => object]>([
    ['stories', () => ({ title: '稿（示例）', kind: 'knowledge', column, cover: 'nothing' })],
    ['posts', () => ({ campaign: 'nothing', label: '当天', slug: 'tried', channels: ['wechat'] })],
    ['nominations', () => ({ name: '甲（示例）', subject: 'person', batch: 'nothing' })],
  ])('is told as that in %s, and not as a fault of the machine', async (collection, data) => {
    const count = async () => (await cms.payload.count({ collection: collection as 'posts' })).totalDocs;
    const before = await count();
    const told = await sent('author', collection, data());
    expect(told).toMatchObject({
      status: 400,
      said: '选的某一项已经不在了（可能刚被别人删除），没有保存：请刷新页面，重新选。',
    });
    expect(await count()).toBe(before);
  });
});

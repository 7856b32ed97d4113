import type { Field } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Guarded } from '../access/table.ts';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { aColumn } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';

let cms: TestCms;
let desk: SignedIn;
let column: string;
let campaign: string;
/** A notice is entered once a year. */
let year = 2030;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['author', 'signer', 'admin', 'reviewer2']);
  column = await aColumn(cms.payload);
  campaign = await make('signer', 'campaigns', aCampaign('parent'));
});
afterAll(() => cms.close());

const send = async (who: string, method: string, path: string, data: object) => {
  const { response, status } = await desk.send(who, path, { method, body: JSON.stringify(data) });
  return { status, body: (await response.json()) as { doc?: { id: string }; errors?: unknown } };
};
async function make(who: string, collection: string, data: object): Promise<string> {
  const { body } = await send(who, 'POST', collection, data);
  if (!body.doc) throw new Error(JSON.stringify(body.errors));
  return body.doc.id;
}
const stored = (collection: Guarded, id: string) =>
  cms.payload.findByID({ collection: collection as 'stories', id, depth: 0, joins: false, showHiddenFields: true });
function aCampaign(slug: string) {
  return {
    slug,
    year: 2026,
    title: '诚信活动',
    theme: '主题',
    standfirst: '一句话',
    occasion: 'credit-record-day',
    phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
  };
}

/** Where somebody tries it: the row as they may write it, and what they would like to have written with it. */
interface Try {
  who: string;
  row: (slug: string) => object;
  forged: object;
  /** What must stand there all the same. */
  stands: object;
}
const forger = { id: 'somebody', name: '冒名' };
const tries: Partial<Record<Guarded, Try>> = {
  stories: {
    who: 'author',
    row: () => ({ title: '稿（示例）', kind: 'knowledge', column }),
    forged: {
      stage: 'signed',
      createdBy: null,
      round: 9,
      reviews: [{ act: 'sign', by: 'x' }],
      editors: ['x'],
      contentHash: 'x',
      searchText: '招摇',
      origin: { path: '旧站/1.html', publishedOn: '1999-01-01', fileHash: 'x', writtenHash: 'x', notes: '无' },
    },
    stands: { stage: 'draft', round: 1, reviews: [], editors: [], origin: { path: null, writtenHash: null } },
  },
  campaigns: {
    who: 'author',
    row: aCampaign,
    forged: {
      state: 'confirmed',
      rehearsal: true,
      key: '2026/other',
      origin: 'proposed',
      proposedFor: 2030,
      writers: [],
      refused: forger,
    },
    stands: { state: 'draft', rehearsal: false, origin: null, proposedFor: null, refused: null },
  },
  posts: {
    who: 'author',
    row: (slug) => ({ campaign, label: '当天', slug, channels: ['wechat'] }),
    forged: { key: 'elsewhere', moves: [{ by: '冒名', reason: '天气' }], writers: [], refused: forger },
    stands: { moves: null, refused: null },
  },
  'occasion-notices': {
    who: 'signer',
    row: () => {
      year += 1;
      return { occasion: 'quality-month', year, start: `${year}-09-01`, end: `${year}-09-30`, docNo: '示例1号' };
    },
    forged: { confirmedBy: '某领导（示例）', key: '1', writers: [], refused: forger },
    stands: { refused: null },
  },
  columns: {
    who: 'admin',
    row: (slug) => ({ name: '栏目', slug, description: '说明', type: '通知公告', kinds: ['knowledge'] }),
    forged: { writers: [], refused: forger },
    stands: { refused: null },
  },
  batches: {
    who: 'author',
    row: (slug) => ({ name: slug }),
    forged: { releasedAt: '2020-01-01T00:00:00.000Z' },
    stands: { releasedAt: null },
  },
  nominations: {
    who: 'author',
    row: () => ({ name: '甲（示例）', subject: 'person' }),
    forged: {
      story: 'x',
      closedOn: '2020-01-01',
      hit: '没有',
      history: [{ to: '已通过' }],
      consent: { paperSha256: 'x', purgedOn: '2020-01-01' },
    },
    stands: { story: null, closedOn: null, hit: null, history: [], consent: { paperSha256: null, purgedOn: null } },
  },
  lexicons: {
    who: 'reviewer2',
    row: (slug) => ({ slug, title: '表', edition: '2026-01-01', owner: '编辑部', source: '自编', entries: [] }),
    forged: { starter: true },
    stands: { starter: false },
  },
  users: {
    who: 'admin',
    row: (slug) => ({
      name: `示例${slug}`,
      email: `${slug}@example.org`,
      password: 'lamp at the old ferry',
      roles: ['author'],
      currentPassword: 'correct horse battery',
    }),
    forged: { mustChangePassword: false },
    stands: { mustChangePassword: true },
  },
};

describe.each(Object.entries(tries) as [Guarded, Try][])(
  'what the system alone writes into %s',
  (collection, { forged, row, stands, who }) => {
    it('is not taken from a form that makes a row', async () => {
      const id = await make(who, collection, { ...row('made'), ...forged, id: 'chosen' });
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
      expect(await stored(collection, id)).toMatchObject(stands);
    });

    it('nor from one that changes it', async () => {
      const id = await make(who, collection, row('kept'));
      const before = (await stored(collection, id)) as unknown as Record<string, unknown>;
      const { status } = await send(who, 'PATCH', `${collection}/${id}`, { ...forged, id: 'chosen' });
      expect([collection, status]).toEqual([collection, 200]);
      const after = (await stored(collection, id)) as unknown as Record<string, unknown>;
      const named = Object.keys(forged);
      expect(Object.fromEntries(named.map((name) => [name, after[name]]))).toEqual(
        Object.fromEntries(named.map((name) => [name, before[name]])),
      );
    });
  },
);

it('who wrote a row is whoever sent it, whatever the form says', async () => {
  const other = desk.people.admin!.id;
  const id = await make('author', 'stories', { title: '稿（示例）', kind: 'knowledge', column, createdBy: other });
  expect(await stored('stories', id)).toMatchObject({ createdBy: desk.people.author!.id });
  const notice = await make('signer', 'occasion-notices', {
    ...tries['occasion-notices']!.row('whose'),
    confirmedBy: '某领导（示例）',
  });
  expect(await stored('occasion-notices', notice)).toMatchObject({ confirmedBy: desk.people.signer!.name });
});

it.each<[string, Guarded, object, object]>([
  ['admin', 'columns', { slug: 'other-place', name: '新名' }, { slug: 'fixed', name: '新名' }],
  ['reviewer2', 'lexicons', { slug: 'other-list', title: '新表' }, { slug: 'fixed', title: '新表' }],
])('%s does not change the address of a row of %s, other people name it', async (who, collection, sent, kept) => {
  const id = await make(who, collection, tries[collection]!.row('fixed'));
  expect((await send(who, 'PATCH', `${collection}/${id}`, sent)).status).toBe(200);
  expect(await stored(collection, id)).toMatchObject(kept);
});

/** Filled by the shell itself, or asked for and never kept. */
const shells = new Set(['createdAt', 'updatedAt', 'deletedAt', 'id', 'postsSeen', 'currentPassword']);
/** Fields of the outermost level that no form lets a person fill in, and that a request may. */
const openAndUnseen = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => {
    if (!('name' in field) || !field.name)
      return 'fields' in field && Array.isArray(field.fields) ? openAndUnseen(field.fields) : [];
    const admin = 'admin' in field ? (field.admin as { hidden?: boolean; readOnly?: boolean } | undefined) : undefined;
    const closed = 'access' in field && field.access?.create && field.access.update;
    return (admin?.hidden === true || admin?.readOnly === true) && !closed && !shells.has(field.name)
      ? [field.name]
      : [];
  });

it('no field that no form shows is open to a request', () => {
  const writable = [...Object.keys(tries), 'delegations'] as Guarded[];
  expect(
    writable.flatMap((slug) => openAndUnseen(cms.payload.collections[slug].config.fields).map((f) => `${slug}.${f}`)),
  ).toEqual([
    // Made anew from what it stands for, with every save.
    'campaigns.key',
    'posts.key',
    'occasion-notices.key',
  ]);
});

import type { CollectionSlug } from 'payload';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { performReview } from '../review/perform.ts';
import { markdownToRichText } from '../rich-text/from-markdown.ts';
import { asUser, person } from '../testing/people.ts';
import { aColumn, draft } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { can } from './can.ts';
import type { Person } from './person.ts';
import { roleNames } from './roles.ts';
import { table, type Guarded } from './table.ts';

let cms: TestCms;
const people = new Map<string, Person>();
const rows = new Map<Guarded, string>();
const collections = Object.keys(table) as Guarded[];
const nobody = 'nobody';

beforeAll(async () => {
  cms = await testCms();
  const { payload } = cms;
  for (const role of roleNames) people.set(role, await person(payload, role));
  const other = await person(payload, 'author');
  const column = await aColumn(payload);
  const story = (await draft(payload, other)).id;
  const make = async (collection: CollectionSlug, data: object) => (await payload.create({ collection, data: data as never, depth: 0 })).id as string;
  const campaign = await make('campaigns', { slug: 'a', year: 2026, title: '活动', theme: '主题', standfirst: '一句话', occasion: 'credit-record-day', phases: [{ name: '当天', startOffset: 0, endOffset: 0 }] });
  const release = await make('releases', { key: 'x:1', title: '稿', story, version: 1, round: 1, kind: 'knowledge', hash: 'h', signedBy: '甲', signedAt: new Date().toISOString(), reviewers: [1], snapshot: { a: 1 } });
  rows.set('users', other.id).set('columns', column).set('stories', story).set('campaigns', campaign).set('releases', release);
  rows.set('posts', await make('posts', { slug: 'p', campaign, story, label: '当天', channels: ['wechat'] }));
  rows.set('occasion-notices', await make('occasion-notices', { occasion: 'integrity-week', year: 2026, start: '2026-09-01', end: '2026-09-07', docNo: '1号' }));
  rows.set('withdrawals', await make('withdrawals', { key: release, story, reason: '理由', decidedBy: '甲', decidedAt: new Date().toISOString() }));
  rows.set('channel-pauses', await make('channel-pauses', { key: 'wechat', channel: 'wechat', reason: '理由', pausedBy: '甲', pausedAt: new Date().toISOString() }));
  rows.set('channel-events', await make('channel-events', { key: 'wx:publish:1:0', subject: 'wx:publish:1', at: new Date().toISOString(), receivedAt: new Date().toISOString(), note: '微信通知：已发布。' }));
  rows.set('working-copies', await make('working-copies', { key: 'x:y', content: { a: 1 }, keptAt: new Date().toISOString() }));
  rows.set('comments', await make('comments', { story, paragraph: 1, quote: '原文', text: '批注', must: false, by: other.id, byName: other.name, at: new Date().toISOString() }));
  rows.set('review-snapshots', await make('review-snapshots', { key: 'x:h', story, snapshot: { a: 1 } }));
  rows.set('delegations', await make('delegations', { user: (await person(payload, 'signer')).id, delegate: (await person(payload, 'signer')).id, from: '2026-01-01', to: '2026-01-02' }));
  rows.set('audit', (await payload.find({ collection: 'audit', limit: 1 })).docs[0]?.id ?? '');
  rows.set('corrections', await make('corrections', { key: release, story, release, wrong: '甲', right: '乙', by: '甲', at: new Date().toISOString() }));
  rows.set('lexicons', await make('lexicons', { slug: 'local', title: '本地用语', group: 'wording', edition: '2026-01-01', owner: '编辑部', source: '自编', confidence: 0.9, entries: [] }));
  rows.set('check-memory', await make('check-memory', { key: 'm:*', mark: 'm', rule: 'personal-data/phone', text: '139****', scope: 'everywhere', reason: '单位电话', by: '甲', at: new Date().toISOString() }));
  rows.set('check-runs', await make('check-runs', { key: '2026-01-01', kind: 'nightly', startedAt: new Date().toISOString() }));
  const batch = await make('batches', { name: '第一批' });
  rows.set('batches', batch).set('nominations', await make('nominations', { name: '甲（示例）', subject: 'person', state: 'draft', batch }));
  const scan = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#eee' } }).png().toBuffer();
  rows.set('papers', (await payload.create({ collection: 'papers', data: { title: '同意书' } as never, file: { data: scan, name: 'a.png', mimetype: 'image/png', size: scan.length } })).id);
  rows.set('publications', await make('publications', { story, release, serial: 1, state: 'live', kind: 'knowledge', title: '稿', firstPublishedAt: new Date().toISOString(), publishedAt: new Date().toISOString(), month: '2026-01', card: { a: 1 } }));
});
afterAll(() => cms.close());

const walked = collections.filter((collection) => collection !== 'media');
const as = (role: string) => ({ overrideAccess: false as const, user: role === nobody ? null : asUser(people.get(role) as Person) });
const refused = (error: unknown) => (error instanceof Error && 'status' in error && [401, 403, 404].includes(Number(error.status)) ? 'refused' : Promise.reject(error));

describe.each([...roleNames, nobody])('%s', (role) => {
  const rights = (act: Parameters<typeof can>[1], collection: Guarded) => can(people.get(role), act, collection);

  it.each(walked)('reads %s as the table says', async (collection) => {
    const found = await cms.payload.find({ collection, ...as(role), depth: 0, limit: 1, where: { id: { equals: rows.get(collection) } } }).then((r) => r.docs.length, refused);
    expect(found).toBe(rights('read', collection) === 'any' ? 1 : 'refused');
  });

  it.each(walked)('changes %s of others as the table says', async (collection) => {
    const evidence = ['releases', 'withdrawals', 'corrections', 'review-snapshots'].includes(collection);
    const change = cms.payload.update({ collection, id: rows.get(collection) ?? '', data: {} as never, ...as(role), depth: 0 }).then(() => 'done', refused);
    expect(await change).toBe(!evidence && rights('update', collection) === 'any' ? 'done' : 'refused');
  });

  it.each(walked)('may make or delete %s only where the table says so', async (collection) => {
    const config = cms.payload.collections[collection].config.access;
    const req = { user: role === nobody ? null : people.get(role) } as never;
    expect(Boolean(await config.create({ req }))).toBe(rights('create', collection) === 'any');
    const mayDelete = await config.delete({ req });
    expect(mayDelete === true ? 'any' : mayDelete ? 'own' : null).toBe(rights('delete', collection));
  });
});

describe('one\'s own', () => {
  it('an author edits and deletes their own story only', async () => {
    const author = people.get('author') as Person;
    const mine = await draft(cms.payload, author);
    const edit = (id: string) => cms.payload.update({ collection: 'stories', id, data: { summary: '改。' }, ...as('author') });
    expect((await edit(mine.id)).summary).toBe('改。');
    await expect(edit(rows.get('stories') ?? '')).rejects.toThrow();
    await expect(cms.payload.delete({ collection: 'stories', id: rows.get('stories') ?? '', ...as('author') })).rejects.toThrow();
  });

  it('an author may take up a story that has no author, and hand it in', async () => {
    const author = people.get('author') as Person;
    const column = rows.get('columns') ?? '';
    const left = await cms.payload.create({ collection: 'stories', data: { title: '无主稿（示例）', kind: 'knowledge', column, summary: '摘要。', source: '来源', authorName: '示例', body: markdownToRichText('正文。') } as never, depth: 0 });
    expect(left.createdBy ?? null).toBeNull();
    await cms.payload.update({ collection: 'stories', id: left.id, data: { summary: '改。' }, ...as('author') });
    expect(await performReview({ payload: cms.payload }, { storyId: left.id, act: 'submit', person: author, note: '' })).toMatchObject({ ok: true, stage: 'first' });
  });

  it('a person changes their own name, but not their roles', async () => {
    const me = people.get('reviewer1') as Person;
    const saved = await cms.payload.update({ collection: 'users', id: me.id, data: { name: '改名（示例）', roles: ['admin', 'signer'] }, ...as('reviewer1') });
    expect(saved).toMatchObject({ name: '改名（示例）', roles: ['reviewer1'] });
  });

  it('only an administrator opens accounts and gives roles', async () => {
    const made = await cms.payload.create({ collection: 'users', data: { name: '新人（示例）', email: 'new@example.org', password: 'correct horse battery', roles: ['signer'] }, ...as('admin') });
    expect(made.roles).toEqual(['signer']);
    const tried = cms.payload.create({ collection: 'users', data: { name: '乙', email: 'b@example.org', password: 'correct horse battery', roles: ['admin'] }, ...as('signer') });
    await expect(tried).rejects.toThrow();
  });

  it('only a signer confirms a campaign', async () => {
    const confirm = async (role: string) => (await cms.payload.update({ collection: 'campaigns', id: rows.get('campaigns') ?? '', data: { state: 'confirmed' }, ...as(role), depth: 0 })).state;
    expect(await confirm('author')).toBe('draft');
    expect(await confirm('signer')).toBe('confirmed');
  });
});

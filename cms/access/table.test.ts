import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { performReview } from '../desk/perform.ts';
import { markdownToRichText } from '../rich-text/from-markdown.ts';
import { asUser, person } from '../testing/people.ts';
import { draft } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { can } from './can.ts';
import { oneOfEach } from '../testing/one-of-each.ts';
import type { Person } from './person.ts';
import { roleNames } from './roles.ts';
import { table, type Guarded } from './table.ts';

let cms: TestCms;
const people = new Map<string, Person>();
const rows = new Map<Guarded, string>();
const collections = (Object.keys(table) as Guarded[]).filter((collection) => !collection.startsWith('payload-'));
const nobody = 'nobody';

beforeAll(async () => {
  cms = await testCms();
  const { payload } = cms;
  for (const role of roleNames) people.set(role, await person(payload, role));
  const other = await person(payload, 'author');
  for (const [collection, id] of await oneOfEach(payload, other)) rows.set(collection, id);
});
afterAll(() => cms.close());

const walked = collections.filter((collection) => collection !== 'media');
const as = (role: string) => ({
  overrideAccess: false as const,
  user: role === nobody ? null : asUser(people.get(role) as Person),
});
const refused = (error: unknown) =>
  error instanceof Error && 'status' in error && [401, 403, 404].includes(Number(error.status))
    ? 'refused'
    : Promise.reject(error);

describe.each([...roleNames, nobody])('%s', (role) => {
  const rights = (act: Parameters<typeof can>[1], collection: Guarded) => can(people.get(role), act, collection);

  it.each(walked)('reads %s as the table says', async (collection) => {
    const found = await cms.payload
      .find({ collection, ...as(role), depth: 0, limit: 1, where: { id: { equals: rows.get(collection) } } })
      .then((r) => r.docs.length, refused);
    expect(found).toBe({ any: 1, open: 0, own: 0, none: 'refused' }[rights('read', collection) ?? 'none']);
  });

  it.each(walked)('changes %s of others as the table says', async (collection) => {
    const evidence = ['releases', 'withdrawals', 'corrections', 'review-snapshots'].includes(collection);
    const change = cms.payload
      .update({ collection, id: rows.get(collection) ?? '', data: {} as never, ...as(role), depth: 0 })
      .then(() => 'done', refused);
    expect(await change).toBe(
      !evidence && ['any', 'open'].includes(rights('update', collection) ?? '') ? 'done' : 'refused',
    );
  });

  it.each(walked)('may make or delete %s only where the table says so', async (collection) => {
    const config = cms.payload.collections[collection].config.access;
    const req = { user: role === nobody ? null : people.get(role) } as never;
    expect(Boolean(await config.create({ req }))).toBe(rights('create', collection) !== null);
    const mayDelete = await config.delete({ req });
    expect(
      mayDelete === true
        ? 'any'
        : mayDelete
          ? JSON.stringify(mayDelete).includes('confirmed')
            ? 'open'
            : 'own'
          : null,
    ).toBe(rights('delete', collection));
  });
});

describe("one's own", () => {
  it('an author edits and deletes their own story only', async () => {
    const author = people.get('author') as Person;
    const mine = await draft(cms.payload, author);
    const edit = (id: string) =>
      cms.payload.update({ collection: 'stories', id, data: { summary: '改。' }, ...as('author') });
    expect((await edit(mine.id)).summary).toBe('改。');
    await expect(edit(rows.get('stories') ?? '')).rejects.toThrow();
    await expect(
      cms.payload.delete({ collection: 'stories', id: rows.get('stories') ?? '', ...as('author') }),
    ).rejects.toThrow();
  });

  it('an author may take up a story that has no author, and hand it in', async () => {
    const author = people.get('author') as Person;
    const column = rows.get('columns') ?? '';
    const left = await cms.payload.create({
      collection: 'stories',
      data: {
        title: '无主稿（示例）',
        kind: 'knowledge',
        column,
        summary: '摘要。',
        source: '来源',
        authorName: '示例',
        answer: { who: 'nobody', tone: 'neutral' },
        body: markdownToRichText('正文。'),
      } as never,
      depth: 0,
    });
    expect(left.createdBy ?? null).toBeNull();
    await cms.payload.update({ collection: 'stories', id: left.id, data: { summary: '改。' }, ...as('author') });
    expect(
      await performReview({ payload: cms.payload }, { storyId: left.id, act: 'submit', person: author, note: '' }),
    ).toMatchObject({ ok: true, stage: 'first' });
  });

  it('a person changes their own name, but not their roles', async () => {
    const me = people.get('reviewer1') as Person;
    const saved = await cms.payload.update({
      collection: 'users',
      id: me.id,
      data: { name: '改名（示例）', roles: ['admin', 'signer'], currentPassword: 'correct horse battery' },
      ...as('reviewer1'),
    });
    expect(saved).toMatchObject({ name: '改名（示例）', roles: ['reviewer1'] });
  });

  it('only an administrator opens accounts and gives roles', async () => {
    const made = await cms.payload.create({
      collection: 'users',
      data: { name: '新人（示例）', email: 'new@example.org', password: 'correct horse battery', roles: ['signer'] },
      ...as('admin'),
    });
    expect(made.roles).toEqual(['signer']);
    const tried = cms.payload.create({
      collection: 'users',
      data: { name: '乙', email: 'b@example.org', password: 'correct horse battery', roles: ['admin'] },
      ...as('signer'),
    });
    await expect(tried).rejects.toThrow();
  });

  it('only a signer confirms a campaign', async () => {
    const confirm = async (role: string) =>
      (
        await cms.payload.update({
          collection: 'campaigns',
          id: rows.get('campaigns') ?? '',
          data: { state: 'confirmed' },
          ...as(role),
          depth: 0,
        })
      ).state;
    expect(await confirm('author')).toBe('draft');
    expect(await confirm('signer')).toBe('confirmed');
  });
});

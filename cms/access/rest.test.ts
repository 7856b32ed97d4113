import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person } from '../testing/people.ts';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { can } from './can.ts';
import { oneOfEach } from '../testing/one-of-each.ts';
import { roleNames, type Role } from './roles.ts';
import { acts, globalRights, globalTable, table, type Guarded, type GuardedGlobal, type Scope } from './table.ts';
import { within } from '../../.config/patience.ts';

let cms: TestCms;
let desk: SignedIn;
let rows: Map<Guarded, string>;
/** The shell's own rows have their own walk (`framework-rows.test.ts`). */
const all = (Object.keys(table) as Guarded[]).filter((collection) => !collection.startsWith('payload-'));
const settings = Object.keys(globalTable) as GuardedGlobal[];
/** Never in the database: whoever may act is told so, whoever may not is refused before. */
const absent = '00000000-0000-7000-8000-000000000000';

beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, roleNames);
  rows = await oneOfEach(cms.payload, await person(cms.payload, 'author'));
}, within(60_000));
afterAll(() => cms.close());

interface Permissions {
  canAccessAdmin?: boolean;
  collections?: Partial<Record<string, Partial<Record<string, unknown>>>>;
  globals?: Partial<Record<string, Partial<Record<string, unknown>>>>;
}

describe.each([...roleNames, null])('%s over REST', (who) => {
  const scope = (act: (typeof acts)[number], collection: Guarded): Scope | null =>
    can(who ? { roles: [who] } : null, act, collection);
  const status = async (path: string, method: string, body?: object) =>
    (await desk.send(who, path, { method, ...(body ? { body: JSON.stringify(body) } : {}) })).status;
  /** Of somebody else's row. */
  const seen = async (path: string) => {
    const { response, status: code } = await desk.get(who, path);
    return code === 200 ? ((await response.json()) as { docs: unknown[] }).docs.length : code;
  };

  it.each(all)('reads %s of others, lists, counts and old versions as the table says', async (collection) => {
    const id = rows.get(collection) ?? absent;
    const right = scope('read', collection);
    expect(await seen(`${collection}?depth=0&where[id][equals]=${id}`)).toBe(
      { any: rows.has(collection) ? 1 : 0, open: 0, own: 0, none: 403 }[right ?? 'none'],
    );
    expect(await status(`${collection}/count`, 'GET')).toBe(right ? 200 : 403);
    expect(await status(`${collection}/${id}`, 'GET')).toBe(
      right === null ? 403 : right === 'any' && rows.has(collection) ? 200 : 404,
    );
    if (!cms.payload.collections[collection].config.versions) return;
    expect(await status(`${collection}/versions`, 'GET')).toBe(right ? 200 : 403);
    expect(await status(`${collection}/versions/${absent}`, 'GET')).toBe(right ? 404 : 403);
    const {
      docs: [version],
    } = await cms.payload.findVersions({
      collection: collection as 'stories',
      where: { parent: { equals: id } },
      limit: 1,
      depth: 0,
    });
    if (version && scope('update', collection) !== 'any')
      expect([403, 404]).toContain(await status(`${collection}/versions/${version.id}`, 'POST'));
  });

  it.each(all)('changes and deletes %s of others as the table says, one and many', async (collection) => {
    const id = rows.get(collection) ?? absent;
    for (const [act, method, body] of [
      ['update', 'PATCH', {}],
      ['delete', 'DELETE', undefined],
    ] as const) {
      const right = scope(act, collection);
      expect([act, await status(`${collection}/${absent}`, method, body)]).toEqual([act, right === 'any' ? 404 : 403]);
      // Of many nobody, whatever they may do to one; where the shell's own buttons name one by a condition, it counts as one.
      for (const many of [
        'where[id][exists]=true',
        `where[id][in]=${id},${absent}`,
        `where[or][0][id][equals]=${id}`,
        '',
      ])
        expect([act, many, await status(`${collection}?${many}`, method, body)]).toEqual([act, many, 405]);
      expect([act, await status(`${collection}?where[id][equals]=${absent}`, method, body)]).toEqual([
        act,
        right === 'any' ? 404 : 403,
      ]);
      if (right === 'any' || right === 'open' || !rows.has(collection)) continue;
      expect([403, 404]).toContain(await status(`${collection}/${id}`, method, body));
      await status(`${collection}?where[id][equals]=${id}`, method, body);
      expect((await cms.payload.count({ collection, where: { id: { equals: id } } })).totalDocs).toBe(1);
    }
  });

  it.each(all)('makes and copies %s only where the table says so', async (collection) => {
    const before = (await cms.payload.count({ collection })).totalDocs;
    const made = await status(collection, 'POST', {});
    if (scope('create', collection)) expect([401, 403]).not.toContain(made);
    else {
      expect(made).toBe(403);
      expect(
        await status(`${collection}/${rows.get(collection) ?? absent}/duplicate`, 'POST', {}),
      ).toBeGreaterThanOrEqual(400);
      expect((await cms.payload.count({ collection })).totalDocs).toBe(before);
    }
  });

  it("is told by the admin's own questions what the table says", async () => {
    const told = (await (await desk.get(who, 'access')).response.json()) as Permissions;
    expect(told.canAccessAdmin ?? false).toBe(who !== null);
    const yes = (permission: unknown) =>
      permission === true ||
      (typeof permission === 'object' &&
        permission !== null &&
        (permission as { permission?: boolean }).permission === true);
    for (const collection of all) {
      const of = told.collections?.[collection];
      expect([collection, acts.filter((act) => yes(of?.[act]))]).toEqual([
        collection,
        acts.filter((act) => scope(act, collection) !== null),
      ]);
      const about = await desk.post(who, `${collection}/access/${rows.get(collection) ?? ''}`);
      const row = about.status === 200 ? ((await about.response.json()) as Partial<Record<string, unknown>>) : {};
      for (const act of ['read', 'update', 'delete'] as const)
        if (rows.has(collection))
          expect([collection, act, yes(row[act])]).toEqual([
            collection,
            act,
            ['any', 'open'].includes(scope(act, collection) ?? ''),
          ]);
    }
    for (const slug of settings)
      expect([slug, (['read', 'update'] as const).filter((act) => yes(told.globals?.[slug]?.[act]))]).toEqual([
        slug,
        who ? [...globalRights(slug, who)] : [],
      ]);
  });

  it.each(settings)('reads and changes the setting %s as the table says', async (slug) => {
    const rights = who ? globalRights(slug, who) : [];
    expect(await status(`globals/${slug}`, 'GET')).toBe(rights.includes('read') ? 200 : 403);
    expect(await status(`globals/${slug}`, 'POST', {})).toBe(rights.includes('update') ? 200 : 403);
  });

  it('finds no secret anywhere', async () => {
    const secrets = /"(hash|salt|secret|resetPassword\w*|loginAttempts|lockUntil|recovery|lastStep|key)":/;
    const found = async (path: string, pattern: RegExp) =>
      new RegExp(`(${pattern.source}).{0,60}`).exec(await (await desk.get(who, path)).response.text())?.[0] ?? null;
    expect(
      await found('users?depth=2&showHiddenFields=true&select[hash]=true&select[salt]=true&select[name]=true', secrets),
    ).toBeNull();
    expect(await found('users?depth=2&showHiddenFields=true', secrets)).toBeNull();
    // A story's release has a hash of its own, and it is public.
    expect(
      await found('stories?depth=2&joins=false', /"(hash|salt|loginAttempts|lockUntil)":|"sessions":\[\{/),
    ).toBeNull();
    expect(await found('users/me?depth=2&showHiddenFields=true', secrets)).toBeNull();
    expect(await found('sign-ins?depth=2&showHiddenFields=true', /"key":/)).toBeNull();
    // Nor by asking whether a secret begins with this or that.
    for (const field of ['hash', 'salt', 'resetPasswordToken', 'sessions.id'])
      expect([400, 403]).toContain(await status(`users?where[${field}][like]=a`, 'GET'));
    for (const field of ['hash', 'salt'])
      expect([400, 403]).toContain(await status(`users?sort=${field}&where[${field}][exists]=true`, 'GET'));
  });
});

it('an upload is refused to whoever may not add pictures, and nothing is kept of it', async () => {
  for (const who of [...roleNames, null] as (Role | null)[]) {
    const form = new FormData();
    form.set('file', new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'a.svg', { type: 'image/svg+xml' }));
    form.set('_payload', JSON.stringify({ alt: '一张图' }));
    const { status } = await desk.upload(who, 'media', form);
    if (can(who ? { roles: [who] } : null, 'create', 'media')) expect([who, status]).not.toEqual([who, 403]);
    else expect([who, status]).toEqual([who, 403]);
  }
  expect((await cms.payload.count({ collection: 'media' })).totalDocs).toBe(0);
});

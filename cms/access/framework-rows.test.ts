import { afterAll, beforeAll, expect, it } from 'vitest';
import { aColumn } from '../testing/story.ts';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';

let cms: TestCms;
let desk: SignedIn;
let column: string;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['author', 'reviewer1', 'admin', 'auditor']);
  column = await aColumn(cms.payload);
});
afterAll(() => cms.close());

type Answered = { doc?: { id: string; user: { value: string | { id: string } }; updatedAt: string }; docs?: unknown[] };
const told = async (who: string | null, path: string, method = 'GET', body?: object) => {
  const { response, status } = await desk.send(who, path, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  return { status, ...((await response.json().catch(() => ({}))) as Answered) };
};
const lock = (user: string) => ({
  document: { relationTo: 'columns', value: column },
  user: { relationTo: 'users', value: user },
});
const owner = ({ doc }: Answered): string | undefined =>
  typeof doc?.user.value === 'string' ? doc.user.value : doc?.user.value.id;

it("a lock is its maker's and of now, whatever it says of itself", async () => {
  const victim = desk.people.reviewer1!.id;
  const made = await told('author', 'payload-locked-documents?depth=0', 'POST', {
    ...lock(victim),
    updatedAt: '2099-01-01T00:00:00.000Z',
    createdAt: '2099-01-01T00:00:00.000Z',
  });
  expect([made.status, owner(made)]).toEqual([201, desk.people.author!.id]);
  expect(Date.parse(made.doc?.updatedAt ?? '')).toBeLessThan(Date.parse('2098-01-01'));
  const changed = await told('author', `payload-locked-documents/${made.doc?.id}?depth=0`, 'PATCH', {
    ...lock(victim),
    updatedAt: '2099-01-01T00:00:00.000Z',
  });
  expect([changed.status, owner(changed)]).toEqual([200, desk.people.author!.id]);
  expect(Date.parse(changed.doc?.updatedAt ?? '')).toBeLessThan(Date.parse('2098-01-01'));
});

it.each(['payload-locked-documents', 'payload-preferences'])(
  'nobody sees, changes or deletes %s of others, one or many, the administrator included',
  async (collection) => {
    const { id } = await cms.payload.create({
      collection: collection as 'payload-preferences',
      data: {
        ...(collection.endsWith('ences') ? { key: 'x', value: {} } : {}),
        ...lock(desk.people.reviewer1!.id),
      } as never,
      ...(collection.endsWith('ences') ? { user: desk.asUser('reviewer1') } : {}),
    });
    for (const who of ['author', 'admin', 'auditor', null]) {
      expect((await told(who, `${collection}?where[id][equals]=${id}`)).docs ?? []).toEqual([]);
      for (const [method, body] of [
        ['PATCH', { key: 'y' }],
        ['DELETE', undefined],
      ] as const) {
        if (collection !== 'payload-preferences' || method !== 'DELETE')
          expect([403, 404]).toContain((await told(who, `${collection}/${id}`, method, body)).status);
        await told(who, `${collection}?where[id][exists]=true`, method, body);
      }
    }
    expect(
      (await cms.payload.count({ collection: collection as 'payload-preferences', where: { id: { equals: id } } }))
        .totalDocs,
    ).toBe(1);
  },
);

it.each(['payload-kv', 'payload-migrations'])("%s is nobody's over any API", async (collection) => {
  for (const who of ['author', 'admin', 'auditor', null]) {
    for (const [method, path] of [
      ['GET', ''],
      ['POST', ''],
      ['PATCH', '?where[id][exists]=true'],
      ['DELETE', '?where[id][exists]=true'],
    ] as const) {
      expect([
        who,
        method,
        [403, 404, 500, 501].includes(
          (await told(who, collection + path, method, method === 'GET' ? undefined : {})).status,
        ),
      ]).toEqual([who, method, true]);
    }
    await expect(
      cms.payload.find({
        collection: collection as 'payload-preferences',
        overrideAccess: false,
        user: who ? desk.asUser(who) : null,
      }),
    ).rejects.toThrow();
  }
});

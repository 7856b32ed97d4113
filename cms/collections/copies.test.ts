import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Guarded } from '../access/table.ts';
import { publishStory } from '../publication/publish.ts';
import { oneOfEach } from '../testing/one-of-each.ts';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { draft, newsroom, release } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';

let cms: TestCms;
let desk: SignedIn;
let rows: Map<Guarded, string>;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['author', 'signer', 'admin']);
  rows = await oneOfEach(cms.payload, desk.people.author!);
});
afterAll(() => cms.close());

interface Row {
  id: string;
  [name: string]: unknown;
}
const copy = async (who: string, collection: string, id: string, data: object = {}) => {
  const { response, status } = await desk.post(who, `${collection}/${id}/duplicate`, data);
  const body = (await response.json()) as { doc?: Row; errors?: { message: string }[] };
  return { status, doc: body.doc, said: body.errors?.[0]?.message ?? '' };
};
const stored = async (id: string) =>
  (await cms.payload.findByID({
    collection: 'stories',
    id,
    depth: 0,
    joins: false,
    showHiddenFields: true,
  })) as unknown as Row;

describe.each<[Guarded, string, object]>([
  // Each by somebody who may make one by hand: no button is there that could only fail, or make what nobody meant.
  ['columns', 'admin', { slug: 'copied', name: '抄来的' }],
  ['batches', 'author', { name: '第二批' }],
  ['campaigns', 'author', { slug: 'twin' }],
  ['posts', 'signer', { slug: 'twin' }],
  ['occasion-notices', 'signer', { year: 2027 }],
  ['nominations', 'author', {}],
  ['papers', 'author', {}],
  ['lexicons', 'admin', { slug: 'twin' }],
])('%s', (collection, who, data) => {
  it(`are not copied, not even under another name by ${who}`, async () => {
    const count = async () => (await cms.payload.count({ collection })).totalDocs;
    const before = await count();
    for (const sent of [{}, data])
      expect(await copy(who, collection, rows.get(collection) ?? '', sent)).toMatchObject({
        status: 404,
        said: '这里没有这个接口：请检查网址。',
      });
    expect(await count()).toBe(before);
  });
});

describe('a copy of a story that is live and was corrected', () => {
  let original: Row;
  let serial: number | null;
  let made: Row;
  beforeAll(async () => {
    const room = await newsroom(cms.payload);
    const { id } = await draft(cms.payload, room.author, {
      title: '一杆老秤（示例）',
      corrections: [{ date: '2026-01-01', was: '三百杆', now: '三千杆' }],
    } as never);
    await release(cms.payload, id, room);
    serial = (await publishStory(cms.payload, id)) ?? null;
    original = await stored(id);
    const { doc, status } = await copy('author', 'stories', id);
    expect([status, doc?.id === id]).toEqual([200, false]);
    made = await stored(doc?.id ?? '');
  });

  it('has its words', () => {
    for (const name of ['title', 'summary', 'body', 'column', 'tags', 'answer'])
      expect([name, made[name]]).toEqual([name, original[name]]);
  });

  it('begins at the beginning: no review, no signature, and its author is who copied it', () => {
    expect(original).toMatchObject({ stage: 'signed', reviews: expect.arrayContaining([expect.anything()]) });
    expect(made).toMatchObject({
      stage: 'draft',
      round: 1,
      reviews: [],
      editors: [],
      assignee: null,
      createdBy: desk.people.author!.id,
    });
    expect(original.createdBy).not.toBe(made.createdBy);
  });

  it('tells nobody of a mistake that its readers never read', () => {
    expect(original.corrections).toHaveLength(1);
    expect(made.corrections).toEqual([]);
  });

  it('is not found under the number of the other', async () => {
    const found = await cms.payload.find({
      collection: 'stories',
      where: { searchText: { like: `〔${serial}〕` } },
      depth: 0,
      joins: false,
    });
    expect(found.docs.map(({ id }) => id)).toEqual([original.id]);
    expect(made.searchText).toContain('一杆老秤（示例）');
  });

  it('has no release and may be thrown away, and the other stays live', async () => {
    expect((await cms.payload.count({ collection: 'releases', where: { story: { equals: made.id } } })).totalDocs).toBe(
      0,
    );
    expect((await desk.send('author', `stories/${made.id}`, { method: 'DELETE' })).status).toBe(200);
    const { docs } = await cms.payload.find({
      collection: 'publications',
      where: { story: { equals: original.id } },
      depth: 0,
    });
    expect(docs).toMatchObject([{ serial, state: 'live' }]);
  });

  it('is made by whoever may write one', async () => {
    for (const who of ['signer', null]) expect((await copy(who as string, 'stories', original.id)).status).toBe(403);
  });
});

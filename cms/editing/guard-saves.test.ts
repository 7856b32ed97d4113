import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CollectionSlug } from 'payload';
import { openMongod } from '../store/testing/mongod.ts';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { draft } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { versionHeader } from './version-read.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(async () => ('url' in mongod ? mongod.stop() : undefined));

interface Answer {
  doc?: { updatedAt: string; title?: string; name?: string };
  errors?: {
    message: string;
    data?: { moved?: true; version?: string; theirs?: Record<string, unknown>; held?: { name: string } };
  }[];
}

const bases: [string, string | undefined][] = [
  ['SQLite', undefined],
  ...('url' in mongod ? [['MongoDB', mongod.url] as [string, string]] : []),
];

describe.each(bases)('a save of a form on %s', (_, url) => {
  let cms: TestCms;
  let desk: SignedIn;
  beforeAll(async () => {
    if (url) process.env.CMS_TEST_MONGODB_URL = url;
    else delete process.env.CMS_TEST_MONGODB_URL;
    cms = await testCms();
    desk = await signedIn(cms, ['author', 'signer', 'admin', 'auditor']);
  });
  afterAll(() => cms.close());

  const save = async (who: string, path: string, data: object, read?: string, method = 'PATCH') => {
    const { response, status } = await desk.send(who, `${path}?depth=0`, {
      method,
      body: JSON.stringify(data),
      ...(read ? { headers: { [versionHeader]: read } } : {}),
    });
    return { status, ...((await response.json()) as Answer) };
  };
  const story = async () => draft(cms.payload, desk.people.author!);
  const row = (collection: CollectionSlug, id: string) => cms.payload.findByID({ collection, id, depth: 0 });
  const hold = async (who: string, path: string, method = 'POST', body: object = {}) => {
    const { response, status } = await desk.send(who, `editing/${path}`, {
      method,
      ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
    });
    return { status, other: ((await response.json()) as { other?: { name: string } | null }).other };
  };

  it('is taken for the version that was read, and again for the version that it answered', async () => {
    const { id, updatedAt } = await story();
    const first = await save('author', `stories/${id}`, { title: '甲' }, updatedAt);
    expect(first.status).toBe(200);
    expect(await save('author', `stories/${id}`, { title: '乙' }, first.doc?.updatedAt)).toMatchObject({
      status: 200,
      doc: { title: '乙' },
    });
  });

  it.each([
    ['stories', async () => (await story()).id, { title: '我写的' }, { title: '别人写的' }],
    [
      'campaigns',
      async () =>
        (
          await cms.payload.create({
            collection: 'campaigns',
            data: {
              slug: 'c',
              year: 2027,
              title: '活动',
              theme: '主题',
              standfirst: '一句话',
              occasion: 'credit-record-day',
              phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
            } as never,
          })
        ).id,
      { title: '我写的' },
      { title: '别人写的' },
    ],
    [
      'nominations',
      async () =>
        (
          await cms.payload.create({
            collection: 'nominations',
            data: { name: '甲（示例）', subject: 'unit', state: 'draft' } as never,
          })
        ).id,
      { name: '我写的' },
      { name: '别人写的' },
    ],
  ] as const)(
    'of an older version of %s is refused with both texts, and what stands stays',
    async (collection, make, mine, theirs) => {
      const id = await make();
      const { updatedAt } = (await row(collection, id)) as { updatedAt: string };
      const who = 'author';
      const moved = await save(who, `${collection}/${id}`, theirs, updatedAt);
      expect(moved.status).toBe(200);
      const refused = await save(who, `${collection}/${id}`, mine, updatedAt);
      expect(refused).toMatchObject({
        status: 409,
        errors: [
          {
            message: expect.stringContaining('没有保存'),
            data: { moved: true, version: moved.doc?.updatedAt, theirs },
          },
        ],
      });
      expect(await row(collection, id)).toMatchObject(theirs);
    },
  );

  it('of a setting is held to the same rule', async () => {
    const first = await save('admin', 'globals/desk', { hoursFirst: 5 }, 'none', 'POST');
    expect(first.status).toBe(200);
    const stands = ((await cms.payload.findGlobal({ slug: 'desk' })) as { updatedAt?: string }).updatedAt;
    expect((await save('admin', 'globals/desk', { hoursFirst: 6 }, stands, 'POST')).status).toBe(200);
    expect(await save('admin', 'globals/desk', { hoursFirst: 7 }, stands, 'POST')).toMatchObject({
      status: 409,
      errors: [{ data: { theirs: { hoursFirst: 6 } } }],
    });
  });

  it('of the same version, sent twenty times at once, is written once', async () => {
    const { id, updatedAt } = await story();
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, i) => save('author', `stories/${id}`, { title: `第${i}个窗口` }, updatedAt)),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
    expect(await row('stories', id)).toMatchObject({ title: all.find(({ status }) => status === 200)?.doc?.title });
  });

  it('without a version, as scripts send it, is taken', async () => {
    const { id } = await story();
    await save('author', `stories/${id}`, { title: '甲' });
    expect((await save('author', `stories/${id}`, { title: '乙' })).status).toBe(200);
  });

  it('is refused while another is changing the row, who is named; whoever takes over may, and the other is told', async () => {
    const { id, updatedAt } = await cms.payload.create({
      collection: 'nominations',
      data: { name: '乙（示例）', subject: 'unit', state: 'draft' } as never,
    });
    const path = `nominations/${id}`;
    expect(await hold('author', path)).toEqual({ status: 200, other: null });
    expect(await hold('signer', path)).toMatchObject({ other: { name: desk.people.author!.name } });
    expect(await save('signer', path, { name: '丙' }, updatedAt)).toMatchObject({
      status: 423,
      errors: [
        {
          message: expect.stringContaining(desk.people.author!.name),
          data: { held: { name: desk.people.author!.name } },
        },
      ],
    });
    expect(await hold('signer', path, 'POST', { takeOver: true })).toEqual({ status: 200, other: null });
    expect((await save('signer', path, { name: '丙' }, updatedAt)).status).toBe(200);
    expect(await hold('author', path, 'GET')).toMatchObject({ other: { name: desk.people.signer!.name } });
    expect(await hold('signer', path, 'DELETE')).toEqual({ status: 200, other: null });
    expect(await hold('author', path, 'GET')).toEqual({ status: 200, other: null });
  });

  it('readers neither hold nor take over; nor may another author a story that is not theirs', async () => {
    const { id } = await story();
    for (const who of ['auditor', 'signer'])
      for (const body of [{}, { takeOver: true }])
        expect((await hold(who, `stories/${id}`, 'POST', body)).status).toBe(403);
    expect((await hold('auditor', 'globals/desk')).status).toBe(403);
    expect((await hold('author', `stories/${id}`)).status).toBe(200);
    expect((await hold('author', 'payload-locked-documents/x')).status).toBe(403);
  });

  it("the shell's own lock stops nobody", async () => {
    const { id, updatedAt } = await story();
    await cms.payload.create({
      collection: 'payload-locked-documents',
      data: {
        document: { relationTo: 'stories', value: id },
        user: { relationTo: 'users', value: desk.people.auditor!.id },
      },
    });
    expect((await save('author', `stories/${id}`, { title: '甲' }, updatedAt)).status).toBe(200);
  });

  it('an act decided on another text than the one that stands is refused', async () => {
    const { id, updatedAt } = await story();
    const act = (read: string) =>
      desk.send('author', `stories/${id}/review/submit`, {
        method: 'POST',
        body: '{}',
        headers: { [versionHeader]: read },
      });
    await save('author', `stories/${id}`, { summary: '又改了一句。' }, updatedAt);
    expect(await act(updatedAt)).toMatchObject({ status: 409, message: expect.stringContaining('刷新') });
    expect((await act(((await row('stories', id)) as { updatedAt: string }).updatedAt)).status).toBe(200);
  });

  it.each(['stories', 'lexicons'] as const)(
    '恢复此版本 of %s brings the text back, and leaves what nobody may write as it is now',
    async (collection) => {
      const id =
        collection === 'stories'
          ? (await story()).id
          : (
              await cms.payload.create({
                collection,
                data: {
                  slug: 'own',
                  title: '甲',
                  group: 'wording',
                  edition: '2026-01-01',
                  owner: '编辑部',
                  source: '自编',
                  confidence: 0.9,
                  entries: [],
                } as never,
              })
            ).id;
      const who = collection === 'stories' ? 'author' : 'admin';
      const versions = async () =>
        (
          await cms.payload.findVersions({
            collection,
            where: { parent: { equals: id } },
            sort: '-createdAt',
            limit: 1,
            depth: 0,
          })
        ).docs[0]!.id;
      const old = await versions();
      const before = (await row(collection, id)) as { title: string };
      expect((await save(who, `${collection}/${id}`, { title: '改过的', edition: '2026-02-01' })).status).toBe(200);
      if (collection === 'stories') expect((await desk.post('author', `stories/${id}/review/submit`)).status).toBe(200);
      const restored = await desk.post(who, `${collection}/versions/${old}`);
      expect([restored.status, restored.message]).toEqual([200, expect.anything()]);
      expect(await row(collection, id)).toMatchObject({ title: before.title });
      // What reviewers saw is gone with the words: back to a draft, of a new round, with its author.
      if (collection === 'stories')
        expect(await row(collection, id)).toMatchObject({
          stage: 'draft',
          round: 2,
          createdBy: desk.people.author!.id,
          reviews: [expect.objectContaining({ act: 'submit' })],
        });
    },
  );
});

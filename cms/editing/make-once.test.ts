import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { handleEndpoints, type CollectionSlug } from 'payload';
import { within } from '../../.config/patience.ts';
import { can } from '../access/can.ts';
import { table, type Guarded } from '../access/table.ts';
import { roleNames, type Role } from '../access/roles.ts';
import { formKeyHeader } from '../http/in-turn.ts';
import { openMongod } from '../store/testing/mongod.ts';
import { person } from '../testing/people.ts';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { aColumn } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(async () => ('url' in mongod ? mongod.stop() : undefined));

interface Told {
  doc?: { id: string };
  errors?: {
    message: string;
    data?: { made?: string; untouched?: boolean; version?: string; theirs?: Record<string, unknown> };
  }[];
}

/** The shell's own rows have no forms. */
const withForms = (Object.keys(table) as Guarded[]).filter(
  (slug) => !slug.startsWith('payload-') && roleNames.some((role) => can({ roles: [role] }, 'create', slug)),
);
const maker = (slug: Guarded): Role =>
  (slug === 'delegations' ? 'reviewer1' : undefined) ??
  roleNames.find((role) => can({ roles: [role] }, 'create', slug))!;
const bases: [string, string | undefined][] = [
  ['SQLite', undefined],
  ...('url' in mongod ? [['MongoDB', mongod.url] as [string, string]] : []),
];

describe.each(bases)('a form that has lost the answer and tries again, on %s', (_, url) => {
  let cms: TestCms;
  let desk: SignedIn;
  let number = 0;
  let contents: Partial<Record<Guarded, () => Promise<object>>>;
  beforeAll(async () => {
    if (url) process.env.CMS_TEST_MONGODB_URL = url;
    else delete process.env.CMS_TEST_MONGODB_URL;
    cms = await testCms();
    desk = await signedIn(cms, [...roleNames]);
    const column = await aColumn(cms.payload);
    const campaign = async () => ({
      slug: `c-${number}`,
      year: 2027,
      title: '活动',
      theme: '主题',
      standfirst: '一句话',
      occasion: 'credit-record-day',
      phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
    });
    contents = {
      users: async () => ({
        name: `示例${number}`,
        email: `n${number}@chengxin.example`,
        roles: ['author'],
        password: 'a long and quiet sentence 7',
        present: 'correct horse battery',
      }),
      columns: async () => ({
        slug: `col-${number}`,
        name: `栏目${number}`,
        description: '一句话。',
        type: '政务动态',
        kinds: ['knowledge'],
        navOrder: 9,
      }),
      stories: async () => ({ title: `稿${number}（示例）`, kind: 'knowledge', column, summary: '一句话。' }),
      nominations: async () => ({ name: `甲${number}（示例）`, subject: 'unit', state: 'draft' }),
      batches: async () => ({ name: `第${number}批` }),
      campaigns: campaign,
      posts: async () => ({
        slug: `p-${number}`,
        label: '当天',
        channels: ['wechat'],
        campaign: (await cms.payload.create({ collection: 'campaigns', data: (await campaign()) as never })).id,
      }),
      'occasion-notices': async () => ({
        occasion: 'integrity-week',
        year: 2020 + number,
        start: `${2020 + number}-09-01`,
        end: `${2020 + number}-09-07`,
        docNo: '1号',
      }),
      delegations: async () => ({
        user: desk.people.reviewer1!.id,
        delegate: (await person(cms.payload, 'reviewer1')).id,
        from: '2026-01-01',
        to: '2026-01-02',
      }),
      lexicons: async () => ({
        slug: `own-${number}`,
        title: '本地用语',
        group: 'wording',
        edition: '2026-01-01',
        owner: '编辑部',
        source: '自编',
        confidence: 0.9,
        entries: [],
      }),
      media: async () => ({ alt: '一片灰色的底' }),
      papers: async () => ({ title: '同意书' }),
      'front-pages': async () => ({ items: [] }),
    };
  }, within(120_000));
  afterAll(() => cms.close());

  /** Of one name: what tells two files apart is what is in them. */
  const picture = async (width: number) =>
    new File(
      [
        new Uint8Array(
          await sharp({ create: { width, height: 400, channels: 3, background: '#eee' } })
            .png()
            .toBuffer(),
        ),
      ],
      'a.png',
      { type: 'image/png' },
    );
  /** As the form does: words and a file together. */
  const form = async (content: object, file: File | null): Promise<FormData> => {
    const data = new FormData();
    data.set('_payload', JSON.stringify(content));
    if (file) data.set('file', file);
    return data;
  };
  const make = async (who: string, slug: Guarded, content: object, key: string | null, file: File | null = null) => {
    const headers = {
      Authorization: `JWT ${desk.token(who)}`,
      ...(key ? { [formKeyHeader]: key } : {}),
      ...(file ? {} : { 'Content-Type': 'application/json' }),
    };
    const { response, status } = await desk.raw(`${slug}?depth=0`, {
      method: 'POST',
      body: file ? await form(content, file) : JSON.stringify(content),
      headers,
    });
    return { status, ...((await response.json()) as Told) };
  };
  const count = async (slug: Guarded) =>
    (await cms.payload.count({ collection: slug as CollectionSlug, trash: true })).totalDocs;
  const fresh = async (slug: Guarded) => {
    number += 1;
    return contents[slug]!();
  };
  const isFile = (slug: Guarded) => slug === 'media' || slug === 'papers';

  it('every collection with a form is here', () => expect(Object.keys(contents).sort()).toEqual([...withForms].sort()));

  it.each(withForms)(
    'makes one row of %s, and is told which',
    async (slug) => {
      const who = maker(slug);
      const content = await fresh(slug);
      const file = isFile(slug) ? await picture(400) : null;
      const before = await count(slug);
      const key = randomUUID();
      const first = await make(who, slug, content, key, file);
      expect([first.status, first.errors]).toEqual([201, undefined]);
      const again = await make(who, slug, content, key, file);
      expect(again).toMatchObject({
        status: 409,
        errors: [
          {
            message: expect.stringContaining('已经存好'),
            data: { moved: true, made: first.doc!.id, theirs: { id: first.doc!.id } },
          },
        ],
      });
      expect(await count(slug)).toBe(before + 1);
      // Another form, another row; of the front page there is one.
      const other = await make(who, slug, await fresh(slug), randomUUID(), isFile(slug) ? await picture(500) : null);
      const single = slug === 'front-pages';
      expect(other.status).toBe(single ? 409 : 201);
      expect(await count(slug)).toBe(before + (single ? 1 : 2));
    },
    within(60_000),
  );

  it.each(['stories', 'users', 'media'] as const)(
    'twelve tries of one form at once make one row of %s',
    async (slug) => {
      const content = await fresh(slug);
      const file = slug === 'media' ? await picture(410) : null;
      const before = await count(slug);
      const key = randomUUID();
      const all = await Promise.all(Array.from({ length: 12 }, () => make(maker(slug), slug, content, key, file)));
      expect(all.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 11 }, () => 409)]);
      expect(await count(slug)).toBe(before + 1);
    },
    within(120_000),
  );

  it.each(['stories', 'users'] as const)(
    'tries that do not wait for each other, as of two processes, make one row of %s',
    async (slug) => {
      // Which of them comes how far is different each time: one is stopped by the insert, another already by what must be unique.
      for (let round = 0; round < 4; round += 1) {
        const content = await fresh(slug);
        const before = await count(slug);
        const key = randomUUID();
        const past = await Promise.all(
          Array.from({ length: 6 }, () => {
            const request = new Request(`http://localhost/api/${slug}?depth=0`, {
              method: 'POST',
              body: JSON.stringify(content),
              headers: {
                'Content-Type': 'application/json',
                [formKeyHeader]: key,
                Authorization: `JWT ${desk.token(maker(slug))}`,
              },
            });
            return handleEndpoints({ config: cms.payload.config, request, payloadInstanceCacheKey: cms.key });
          }),
        );
        expect(past.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 5 }, () => 409)]);
        expect(await count(slug)).toBe(before + 1);
      }
    },
    within(60_000),
  );

  it('a row that somebody has saved since is shown, not overwritten; one in the trash is not made again', async () => {
    const content = await fresh('stories');
    const key = randomUUID();
    const { doc } = await make('author', 'stories', content, key);
    const at = '2026-11-27T12:29:00.000Z';
    const saved = (updatedAt: string, title: string) =>
      cms.payload.db.updateOne({ collection: 'stories', id: doc!.id, data: { createdAt: at, updatedAt, title } });
    await saved('2026-11-27T12:29:00.400Z', '我写的（示例）');
    expect(await make('author', 'stories', content, key)).toMatchObject({
      status: 409,
      errors: [{ data: { untouched: true, theirs: { title: '我写的（示例）' } } }],
    });
    await saved('2026-11-27T12:30:00.000Z', '别人改过的（示例）');
    expect(await make('author', 'stories', { ...content, title: '我又写的' }, key)).toMatchObject({
      status: 409,
      errors: [{ data: { untouched: false, theirs: { title: '别人改过的（示例）' } } }],
    });
    await cms.payload.update({
      collection: 'stories',
      id: doc!.id,
      data: { deletedAt: new Date().toISOString() } as never,
    });
    expect((await make('author', 'stories', content, key)).status).toBe(409);
  });

  it(
    'the same key of another person, of another collection or with another file is another form',
    async () => {
      const key = randomUUID();
      const one = await make('author', 'nominations', await fresh('nominations'), key);
      const other = await make('signer', 'nominations', await fresh('nominations'), key);
      const story = await make('author', 'stories', await fresh('stories'), key);
      const pictures = [
        await make('author', 'media', await fresh('media'), key, await picture(420)),
        await make('author', 'media', await fresh('media'), key, await picture(430)),
      ];
      expect([one, other, story, ...pictures].map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    },
    within(60_000),
  );

  it('a copy is made once too', async () => {
    const { doc } = await make('author', 'stories', await fresh('stories'), null);
    const before = await count('stories');
    const key = randomUUID();
    const copy = () =>
      desk.send('author', `stories/${doc!.id}/duplicate`, {
        method: 'POST',
        body: '{}',
        headers: { [formKeyHeader]: key },
      });
    expect([(await copy()).status, (await copy()).status]).toEqual([200, 409]);
    expect(await count('stories')).toBe(before + 1);
  });

  it('a key that is none is refused, and nobody chooses an id', async () => {
    expect(await make('author', 'stories', await fresh('stories'), 'x')).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringContaining('没有保存') }],
    });
    const id = randomUUID();
    expect((await make('author', 'stories', { ...(await fresh('stories')), id }, id)).doc!.id).not.toBe(id);
  });

  it('what was refused may be sent again with the same key, mended', async () => {
    const key = randomUUID();
    expect((await make('author', 'campaigns', { title: '活动' }, key)).status).toBe(400);
    expect((await make('author', 'campaigns', await fresh('campaigns'), key)).status).toBe(201);
  });

  it('scripts, which name no form, make as many as they ask for', async () => {
    const content = await fresh('batches');
    expect([
      (await make('author', 'batches', content, null)).status,
      (await make('author', 'batches', { name: `${(content as { name: string }).name}又` }, null)).status,
    ]).toEqual([201, 201]);
  });
});

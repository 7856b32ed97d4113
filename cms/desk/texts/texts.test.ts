import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { openMongod } from '../../store/testing/mongod.ts';
import { within } from '../../../.config/patience.ts';
import { createChangeFeed } from '../../read/changes.ts';
import { createReader } from '../../read/payload-reader.ts';
import type { Reader } from '../../read/reader.ts';
import { withdrawnMeanwhile } from '../../release/publication-row.ts';
import { performReview } from '../perform.ts';
import { person } from '../../testing/people.ts';
import { signedIn, type SignedIn } from '../../testing/signed-in.ts';
import { aColumn, draft, release } from '../../testing/story.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { subjectSlugs, type SubjectSlug } from '../../texts/subjects.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());

const databases = [
  { name: 'SQLite', url: undefined },
  ...('url' in mongod ? [{ name: 'MongoDB', url: mongod.url as string | undefined }] : []),
];

describe.each(databases)('on $name', ({ url }) => {
  let cms: TestCms;
  let desk: SignedIn;
  let reader: Reader;
  let token = '';
  let count = 0;

  beforeAll(async () => {
    if (url) process.env.CMS_TEST_MONGODB_URL = url;
    cms = await testCms();
    desk = await signedIn(cms, ['author', 'reviewer1', 'reviewer2', 'secrecy', 'signer']);
    // In a small office one person wears several hats.
    const both = await person(cms.payload, 'admin', 'signer');
    const { email } = await cms.payload.findByID({ collection: 'users', id: both.id });
    token =
      (await cms.payload.login({ collection: 'users', data: { email, password: 'correct horse battery' } })).token ??
      '';
    reader = createReader({ payload: cms.payload, clock: systemClock, demo: true, siteUrl: 'http://localhost' });
  }, within(60_000));
  afterAll(async () => {
    await cms.close();
    delete process.env.CMS_TEST_MONGODB_URL;
  });

  const send = async (who: string, method: string, path: string, body?: object) => {
    const { response, status } = await desk.send(who === 'admin' ? null : who, path, {
      method,
      ...(who === 'admin' ? { headers: { Authorization: `JWT ${token}` } } : {}),
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return {
      status,
      body: (await response.json().catch(() => ({}))) as {
        message?: string;
        doc?: { id: string };
        version?: string;
        waits?: boolean;
        mayAgree?: boolean;
        writers?: string[];
        errors?: unknown[];
      },
    };
  };
  const seen = async (who: string, slug: string, id: string) => (await send(who, 'GET', `${slug}/${id}/agree`)).body;
  const agree = async (who: string, slug: string, id: string, version?: string) => {
    const { body, status } = await send(who, 'POST', `${slug}/${id}/agree`, {
      version: version ?? (await seen(who, slug, id)).version,
    });
    return { status, message: body.message ?? '' };
  };
  /** Whatever the public can read of these texts, as one text. */
  const shown = async () =>
    JSON.stringify(
      [
        await reader.columns(),
        await reader.notices(),
        await reader.frontPage(),
        await reader.year(2031),
        await reader.campaigns(2031),
        await reader.campaign(2031, 'words'),
        await reader.campaign(2031, 'label'),
        await reader.stories({}),
        await reader.story(1),
        await reader.story(2),
        await reader.story(3),
      ].map((part) => part),
    );

  const column = async (who: string, more: object = {}) => {
    count += 1;
    const { body } = await send(who, 'POST', 'columns', {
      name: `新栏目${count}`,
      slug: `new-${count}`,
      description: '一句话。',
      type: '通知公告',
      kinds: ['knowledge'],
      ...more,
    });
    return body.doc?.id ?? `nothing: ${JSON.stringify(body)}`;
  };
  const campaign = async (slug: string, more: object = {}) =>
    (
      await cms.payload.create({
        collection: 'campaigns',
        depth: 0,
        data: {
          slug,
          year: 2031,
          title: '诚信活动',
          theme: '主题',
          standfirst: '原来的一句话',
          occasion: 'credit-record-day',
          state: 'confirmed',
          phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
          good: ['守信'],
          units: ['示例局'],
          tasks: [{ name: '印材料', offsetDays: -10 }],
          ...more,
        } as never,
      })
    ).id;
  const signedStory = async () => {
    const { author, reviewer1: first, signer } = desk.people;
    const story = await draft(cms.payload, author!);
    const second = await person(cms.payload, 'reviewer2', 'secrecy');
    await release(cms.payload, story.id, { author: author!, first: first!, second, signer: signer! });
    return story;
  };
  /** A row of each kind with public words, and how one person changes it. */
  const scenes: Record<SubjectSlug, () => Promise<{ id: string; change(): Promise<void>; who: string; says: string }>> =
    {
      columns: async () => {
        const id = await aColumn(cms.payload);
        return {
          id,
          who: 'admin',
          says: '换过的说明',
          change: async () =>
            void expect((await send('admin', 'PATCH', `columns/${id}`, { description: '换过的说明。' })).status).toBe(
              200,
            ),
        };
      },
      'occasion-notices': async () => {
        const made = await cms.payload.create({
          collection: 'occasion-notices',
          data: {
            occasion: 'integrity-week',
            year: 2031,
            start: '2031-09-01',
            end: '2031-09-07',
            docNo: '示例1号',
          } as never,
        });
        return {
          id: made.id,
          who: 'signer',
          says: '示例2号',
          change: async () =>
            void expect(
              (await send('signer', 'PATCH', `occasion-notices/${made.id}`, { docNo: '示例2号', end: '2031-09-08' }))
                .status,
            ).toBe(200),
        };
      },
      withdrawals: async () => {
        const story = await signedStory();
        const change = async () =>
          void expect(
            await performReview(
              { payload: cms.payload },
              { storyId: story.id, act: 'withdraw', person: desk.people.signer!, note: '原文写错了日子。' },
            ),
          ).toMatchObject({ ok: true });
        // Taking back waits for nobody: only its words do.
        await change();
        expect(await shown()).toContain(withdrawnMeanwhile);
        const { docs } = await cms.payload.find({ collection: 'withdrawals', where: { story: { equals: story.id } } });
        return { id: docs[0]!.id, who: 'signer', says: '原文写错了日子', change: async () => void 0 };
      },
      corrections: async () => {
        const story = await signedStory();
        const enter = async () =>
          void expect(
            (
              await send('signer', 'POST', `stories/${story.id}/correction`, {
                wrong: '两步',
                right: '改成了三步',
                note: '漏写一步。',
              })
            ).status,
          ).toBe(200);
        // That something is wrong is said at once: only what it is waits.
        await enter();
        expect(await shown()).toContain('本文有一处内容正在更正');
        const { docs } = await cms.payload.find({ collection: 'corrections', where: { story: { equals: story.id } } });
        return { id: docs[0]!.id, who: 'signer', says: '改成了三步', change: enter };
      },
      campaigns: async () => {
        const id = await campaign('words');
        return {
          id,
          who: 'signer',
          says: '换过的一句话',
          change: async () =>
            void expect(
              (
                await send('signer', 'PATCH', `campaigns/${id}`, {
                  standfirst: '换过的一句话',
                  phases: [{ name: '换名', hint: '换过的提示', startOffset: -3, endOffset: 0 }],
                  units: ['另一局'],
                })
              ).status,
            ).toBe(200),
        };
      },
      'front-pages': async () => {
        const story = await signedStory();
        const made = await cms.payload.create({ collection: 'front-pages', data: { items: [] } as never });
        return {
          id: made.id,
          who: 'signer',
          says: '"lead":{',
          change: async () =>
            void expect(
              (
                await send('signer', 'PATCH', `front-pages/${made.id}`, {
                  items: [{ story: story.id, place: '头条', quiet: '静默日照常' }],
                })
              ).status,
            ).toBe(200),
        };
      },
      posts: async () => {
        const id = await campaign('label');
        const post = await cms.payload.create({
          collection: 'posts',
          depth: 0,
          data: {
            campaign: id,
            slug: 'day',
            label: '当天',
            channels: ['weibo'],
            anchor: 'start',
            offsetDays: 0,
            time: '09:00',
            misfire: 'late',
            misfireWindow: 60,
          } as never,
        });
        return {
          id: post.id,
          who: 'signer',
          says: '换了名',
          change: async () =>
            void expect((await send('signer', 'PATCH', `posts/${post.id}`, { label: '换了名' })).status).toBe(200),
        };
      },
    };

  it.each(subjectSlugs)(
    '%s: what one person changes changes nothing that the public reads, until another one agrees',
    async (slug) => {
      const { change, id, says, who } = await scenes[slug]();
      const before = await shown();
      expect(before).not.toContain(says);
      await change();
      expect(await shown()).toBe(before);
      const feed = createChangeFeed(cms.payload);
      await feed.poll();
      expect(await agree(who, slug, id)).toEqual({ status: 403, message: expect.stringContaining('由另一个人同意') });
      expect((await agree('author', slug, id)).status).toBe(403);
      expect((await agree('secrecy', slug, id)).status).toBe(403);
      expect(await shown()).toBe(before);
      expect(await seen('reviewer1', slug, id)).toMatchObject({ waits: true, mayAgree: true });
      expect(await agree('reviewer1', slug, id)).toMatchObject({ status: 200 });
      expect(await shown()).toContain(says);
      expect(await feed.poll()).not.toEqual([]);
      // Said again, as by a browser that lost the answer.
      expect(await agree('reviewer2', slug, id)).toMatchObject({ status: 200 });
      expect(await seen('reviewer1', slug, id)).toMatchObject({ waits: false, mayAgree: false });
    },
  );

  it('a new column is nowhere, whatever way it was made, until somebody agrees; deleted and made again it waits again', async () => {
    const id = await column('admin', { writers: [], id: 'chosen' });
    expect(await shown()).not.toContain('新栏目1');
    expect((await agree('reviewer1', 'columns', id)).status).toBe(200);
    expect(await shown()).toContain('新栏目1');
    expect((await send('admin', 'DELETE', `columns/${id}`)).status).toBe(200);
    expect(await shown()).not.toContain('新栏目1');
    expect((await cms.payload.count({ collection: 'public-texts', where: { row: { equals: id } } })).totalDocs).toBe(0);
    count -= 1;
    await column('admin');
    expect(await shown()).not.toContain('新栏目1');
  });

  it('words that moved on between reading and agreeing are not agreed to, and nobody agrees to a part of their own', async () => {
    const id = await aColumn(cms.payload);
    await send('admin', 'PATCH', `columns/${id}`, { description: '第一稿。' });
    const { version } = await seen('reviewer1', 'columns', id);
    await send('admin', 'PATCH', `columns/${id}`, { description: '第二稿。' });
    const before = await shown();
    expect(await agree('reviewer1', 'columns', id, version!)).toEqual({
      status: 409,
      message: expect.stringContaining('又改过了'),
    });
    expect(await agree('reviewer1', 'columns', id, 'nonsense')).toMatchObject({ status: 422 });
    // Another writer changes another field: whoever wrote any of it is out.
    const second = await person(cms.payload, 'admin', 'reviewer1');
    await cms.payload.update({
      collection: 'columns',
      id,
      data: { name: '乙改的' },
      overrideAccess: false,
      user: { ...(await cms.payload.findByID({ collection: 'users', id: second.id })), collection: 'users' } as never,
      depth: 0,
    });
    expect((await seen('reviewer1', 'columns', id)).writers).toHaveLength(2);
    expect((await agree('admin', 'columns', id)).status).toBe(403);
    expect(await shown()).toBe(before);
    // Back to what the public reads: nobody is a writer any more.
    const [now] = (await reader.columns()).filter(({ slug }) => slug === 'knowledge');
    await send('admin', 'PATCH', `columns/${id}`, { name: now!.name, description: now!.description });
    expect(await seen('reviewer1', 'columns', id)).toMatchObject({ waits: false, writers: [] });
    expect(await shown()).toBe(before);
  });

  it('two at once: both agree to what they saw, and a save that crosses an agreement is not agreed to with it', async () => {
    const id = await aColumn(cms.payload);
    await send('admin', 'PATCH', `columns/${id}`, { description: '两人同时同意。' });
    const { version } = await seen('reviewer1', 'columns', id);
    const both = await Promise.all([
      agree('reviewer1', 'columns', id, version!),
      agree('reviewer2', 'columns', id, version!),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect((await cms.payload.count({ collection: 'public-texts', where: { row: { equals: id } } })).totalDocs).toBe(1);
    for (const round of [1, 2, 3]) {
      await send('admin', 'PATCH', `columns/${id}`, { description: `看过的${round}。` });
      const seenVersion = (await seen('reviewer1', 'columns', id)).version!;
      await Promise.all([
        agree('reviewer1', 'columns', id, seenVersion),
        send('admin', 'PATCH', `columns/${id}`, { description: `没看过的${round}。` }),
      ]);
      expect(await shown()).not.toContain(`没看过的${round}`);
      expect(await seen('reviewer1', 'columns', id)).toMatchObject({ waits: true });
    }
  });

  it('the checks look again when somebody agrees', async () => {
    const id = await aColumn(cms.payload);
    await cms.payload.db.updateOne({
      collection: 'columns',
      id,
      data: { description: '本栏目曝光红叶超市短斤少两。', writers: [{ id: 'x', name: '示例' }] },
    });
    expect(await agree('reviewer1', 'columns', id)).toEqual({
      status: 422,
      message: expect.stringContaining('没有同意'),
    });
    expect(await shown()).not.toContain('红叶超市');
  });

  it("who writes what is the system's to say, and nobody writes a public wording over the API", async () => {
    const id = await aColumn(cms.payload);
    await send('admin', 'PATCH', `columns/${id}`, { description: '自己写，自己清。', writers: [] });
    await send('admin', 'PATCH', `columns/${id}`, { writers: [] });
    expect((await agree('admin', 'columns', id)).status).toBe(403);
    for (const [method, path] of [
      ['POST', 'public-texts'],
      ['PATCH', 'public-texts/x'],
      ['DELETE', 'public-texts/x'],
    ] as const)
      expect((await send('admin', method, path, { key: `columns/${id}` })).status).toBe(403);
    expect(await shown()).not.toContain('自己写');
  });

  it('a row that cannot be read is shown to nobody, and takes no other with it', async () => {
    const id = await aColumn(cms.payload, 'broken');
    await cms.payload.db.updateOne({ collection: 'columns', id, data: { name: '坏了的', writers: 'nonsense' } });
    const names = (await reader.columns()).map(({ slug }) => slug);
    expect(names).toContain('knowledge');
    expect(names).not.toContain('broken');
  });
});

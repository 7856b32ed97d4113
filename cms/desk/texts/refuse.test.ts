import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../../.config/patience.ts';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { refusedTextTasks, textTasks } from '../../admin/queries/text-tasks.ts';
import { createReader } from '../../read/payload-reader.ts';
import { person } from '../../testing/people.ts';
import { signedIn, type SignedIn } from '../../testing/signed-in.ts';
import { draft, release } from '../../testing/story.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { openMongod } from '../../store/testing/mongod.ts';
import type { SubjectSlug } from '../../texts/subjects.ts';
import { waitingTexts } from './testing/waiting-texts.ts';
import { openTexts } from './waiting.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());

const databases = [
  { name: 'SQLite', url: undefined },
  ...('url' in mongod ? [{ name: 'MongoDB', url: mongod.url as string | undefined }] : []),
];

describe.each(databases)('不同意, on $name', ({ url }) => {
  let cms: TestCms;
  let desk: SignedIn;

  beforeAll(async () => {
    if (url) process.env.CMS_TEST_MONGODB_URL = url;
    cms = await testCms();
    desk = await signedIn(cms, ['admin', 'author', 'reviewer1', 'reviewer2', 'secrecy', 'signer']);
  }, within(60_000));
  afterAll(async () => {
    await cms.close();
    delete process.env.CMS_TEST_MONGODB_URL;
  });

  const change = async (who: string, path: string, body: object) =>
    expect((await desk.send(who, path, { method: 'PATCH', body: JSON.stringify(body) })).status).toBe(200);
  const look = async (who: string, path: string) =>
    (await (await desk.get(who, `${path}/agree`)).response.json()) as {
      version: string;
      waits: boolean;
      mayAgree: boolean;
      mayRefuse: boolean;
      refusal: { name: string; reason: string } | null;
    };
  const act = async (who: string, path: string, name: 'agree' | 'refuse', reason = '日期和通知不一样。') =>
    desk.post(who, `${path}/${name}`, {
      version: (await look('reviewer1', path)).version,
      ...(name === 'refuse' ? { reason } : {}),
    });
  const open = async (id: string) => (await openTexts(cms.payload)).filter((one) => one.id === id);
  const backTo = async (who: string, id: string) =>
    refusedTextTasks(await open(id), desk.people[who]!, systemClock.now());

  /** A row of each kind whose words wait, and by whom. */
  const scenes: Partial<Record<SubjectSlug, () => Promise<{ id: string; who: string }>>> = {
    columns: async () => {
      const { id } = await cms.payload.create({
        collection: 'columns',
        depth: 0,
        data: {
          name: '通知公告',
          slug: `n-${Date.now()}`,
          description: '一句话。',
          type: '通知公告',
          kinds: ['knowledge'],
          keywords: ['甲', '乙'],
        } as never,
      });
      await change('admin', `columns/${id}`, { description: '换了一句话。' });
      return { id, who: 'admin' };
    },
    'occasion-notices': async () => {
      const { id } = await cms.payload.create({
        collection: 'occasion-notices',
        depth: 0,
        data: {
          key: '',
          occasion: 'quality-month',
          year: 2033,
          start: '2033-09-01',
          end: '2033-09-30',
          docNo: '示例1号',
        },
      });
      await change('signer', `occasion-notices/${id}`, { docNo: '示例2号' });
      return { id, who: 'signer' };
    },
    campaigns: async () => {
      const { id } = await cms.payload.create({
        collection: 'campaigns',
        depth: 0,
        data: {
          slug: 'refused',
          year: 2033,
          title: '诚信活动',
          theme: '主题',
          standfirst: '原来的一句话',
          occasion: 'credit-record-day',
          state: 'confirmed',
          phases: [
            { name: '预热', startOffset: -3, endOffset: -1 },
            { name: '当天', startOffset: 0, endOffset: 0 },
          ],
          good: ['守信'],
          units: ['示例局', '另一局'],
          tasks: [{ name: '印材料', offsetDays: -10 }],
          actions: [{ label: '看一看', path: '/year/2033/' }],
        } as never,
      });
      await change('signer', `campaigns/${id}`, { standfirst: '换过的一句话' });
      return { id, who: 'signer' };
    },
  };

  it.each(Object.keys(scenes) as (keyof typeof scenes)[])(
    '%s: goes back to whoever wrote it with the reason, touches no word, and is asked anew when it is changed',
    async (slug) => {
      const { id, who } = await scenes[slug]!();
      const path = `${slug}/${id}`;
      const before = await cms.payload.findByID({ collection: slug, id, depth: 0 });
      // Nobody who may not agree, nobody of their own words, and not without a reason.
      expect(await act('author', path, 'refuse')).toMatchObject({ status: 403 });
      expect(await act(who, path, 'refuse')).toMatchObject({ status: 403 });
      expect(await act('reviewer1', path, 'refuse', '不')).toMatchObject({
        status: 422,
        message: expect.stringContaining('理由'),
      });
      expect(await act('reviewer1', path, 'refuse', '身份证11010519491231002X')).toMatchObject({ status: 422 });
      expect(
        await desk.post('reviewer1', `${path}/refuse`, { version: '0'.repeat(32), reason: '日期和通知不一样。' }),
      ).toMatchObject({ status: 409 });
      expect((await desk.post(null, `${path}/refuse`, {})).status).toBe(401);
      expect(await look('reviewer1', path)).toMatchObject({ waits: true, mayRefuse: true, refusal: null });

      expect(await act('reviewer1', path, 'refuse')).toMatchObject({
        status: 200,
        message: expect.stringContaining(desk.people[who]!.name),
      });
      expect(await act('reviewer2', path, 'refuse', '再说一遍不行。')).toMatchObject({ status: 200 });
      const after = await cms.payload.findByID({ collection: slug, id, depth: 0 });
      expect({ ...after, refused: null, updatedAt: null }).toEqual({ ...before, refused: null, updatedAt: null });
      expect(await look('reviewer2', path)).toMatchObject({
        waits: true,
        mayRefuse: false,
        mayAgree: false,
        refusal: { name: desk.people.reviewer1!.name, reason: '日期和通知不一样。' },
      });
      expect((await waitingTexts(cms.payload)).filter((one) => one.id === id)).toEqual([]);
      expect(textTasks(await open(id), desk.people.reviewer2!, () => null)).toEqual([]);
      expect(await backTo(who, id)).toMatchObject([{ detail: expect.stringContaining('日期和通知不一样。') }]);
      expect(await backTo('reviewer1', id)).toEqual([]);
      const { docs: trail } = await cms.payload.find({
        collection: 'audit',
        where: { and: [{ rowId: { equals: id } }, { act: { equals: 'refuse' } }] },
        pagination: false,
      });
      expect(trail.map(({ actorName, reason }) => [actorName, reason])).toContainEqual([
        desk.people.reviewer1!.name,
        '日期和通知不一样。',
      ]);
      // Nobody else makes the same words public past the one who refused them.
      expect(await act('reviewer2', path, 'agree')).toMatchObject({
        status: 409,
        message: expect.stringContaining('没有同意'),
      });

      await change(
        who,
        path,
        slug === 'columns'
          ? { description: '又换了一句话。' }
          : slug === 'campaigns'
            ? { standfirst: '又换过的一句话' }
            : { docNo: '示例3号' },
      );
      expect(await backTo(who, id)).toEqual([]);
      expect(textTasks(await open(id), desk.people.reviewer2!, () => null)).toHaveLength(1);
      expect(await act('reviewer2', path, 'agree')).toMatchObject({ status: 200 });
      expect(await act('reviewer1', path, 'refuse')).toMatchObject({
        status: 409,
        message: expect.stringContaining('已经在网站上'),
      });
    },
  );

  it('whoever refused may think better of it', async () => {
    const { id } = await scenes.columns!();
    expect(await act('reviewer1', `columns/${id}`, 'refuse')).toMatchObject({ status: 200 });
    expect(await act('reviewer1', `columns/${id}`, 'agree')).toMatchObject({ status: 200 });
    expect(await open(id)).toEqual([]);
  });

  it('agreed to and refused at the same moment, it is one of both, and the same everywhere', async () => {
    const { id } = await scenes.columns!();
    const { version } = await look('reviewer1', `columns/${id}`);
    const said = await Promise.all([
      desk.post('reviewer1', `columns/${id}/agree`, { version }),
      desk.post('reviewer2', `columns/${id}/refuse`, { version, reason: '先等一等。' }),
    ]);
    expect(said.some(({ status }) => status === 200)).toBe(true);
    const { slug } = await cms.payload.findByID({ collection: 'columns', id, depth: 0 });
    const isPublic =
      (
        await createReader({
          payload: cms.payload,
          clock: systemClock,
          demo: true,
          siteUrl: 'http://localhost',
        }).column(slug)
      )?.description === '换了一句话。';
    expect((await look('reviewer1', `columns/${id}`)).waits).toBe(!isPublic);
    expect(await backTo('admin', id)).toHaveLength(isPublic ? 0 : 1);
  });

  it('the words of a withdrawal: the page goes on saying that it is withdrawn, and nothing else', async () => {
    const { id: story } = await draft(cms.payload, desk.people.author!);
    await release(cms.payload, story, {
      author: desk.people.author!,
      first: desk.people.reviewer1!,
      second: await person(cms.payload, 'reviewer2', 'secrecy'),
      signer: desk.people.signer!,
    });
    expect((await desk.post('signer', `stories/${story}/review/withdraw`, { note: '这一句写得不好。' })).status).toBe(
      200,
    );
    const {
      docs: [row],
    } = await cms.payload.find({ collection: 'withdrawals', where: { story: { equals: story } }, depth: 0 });
    expect(await act('reviewer1', `withdrawals/${row!.id}`, 'refuse')).toMatchObject({
      status: 200,
      message: expect.stringContaining('网站上就只写已经撤回'),
    });
    const {
      docs: [page],
    } = await cms.payload.find({ collection: 'publications', where: { story: { equals: story } }, depth: 0 });
    expect(page).toMatchObject({ state: 'withdrawn', reason: '这篇报道已经撤回。' });
    // There is nothing to be changed: it is told for a week.
    expect(await backTo('signer', row!.id)).toHaveLength(1);
    expect(refusedTextTasks(await open(row!.id), desk.people.signer!, new Date(Date.now() + 9 * 86_400_000))).toEqual(
      [],
    );
  });
});

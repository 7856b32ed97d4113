import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../../.config/patience.ts';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import type { Person } from '../../access/person.ts';
import { textTasks } from '../../admin/queries/text-tasks.ts';
import { deskLexicons } from '../../checking/lexicons/desk-lexicons.ts';
import { checkPages } from '../../checking/nightly/check-pages.ts';
import { createReader } from '../../read/payload-reader.ts';
import type { Reader } from '../../read/reader.ts';
import { openMongod } from '../../store/testing/mongod.ts';
import { person } from '../../testing/people.ts';
import { signedIn, type SignedIn } from '../../testing/signed-in.ts';
import { aColumn } from '../../testing/story.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { openTexts } from './waiting.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());

const databases = [
  { name: 'SQLite', url: undefined },
  ...('url' in mongod ? [{ name: 'MongoDB', url: mongod.url as string | undefined }] : []),
];
const blamed = '本栏目曝光红叶超市短斤少两。';

describe.each(databases)('words in which the checks see somebody blamed by name, on $name', ({ url }) => {
  let cms: TestCms;
  let desk: SignedIn;
  let reader: Reader;

  beforeAll(async () => {
    if (url) process.env.CMS_TEST_MONGODB_URL = url;
    cms = await testCms();
    desk = await signedIn(cms, ['admin', 'reviewer1', 'secrecy']);
    reader = createReader({ payload: cms.payload, clock: systemClock, demo: true, siteUrl: 'http://localhost' });
  }, within(60_000));
  afterAll(async () => {
    await cms.close();
    delete process.env.CMS_TEST_MONGODB_URL;
  });

  const patch = async (id: string, data: object) =>
    (await desk.send('admin', `columns/${id}`, { method: 'PATCH', body: JSON.stringify(data) })).status;
  const look = async (who: string, id: string) =>
    (await (await desk.get(who, `columns/${id}/agree`)).response.json()) as {
      version: string;
      mayAgree: boolean;
      doubts: string[];
    };
  const agree = async (who: string, id: string, reason?: string) =>
    desk.post(who, `columns/${id}/agree`, {
      version: (await look(who, id)).version,
      ...(reason === undefined ? {} : { reason }),
    });
  const tasks = async (id: string, who: Person) =>
    textTasks(
      (await openTexts(cms.payload)).filter((one) => one.id === id),
      who,
      () => null,
    );
  const shown = async () => JSON.stringify(await reader.columns());

  it("are kept, shown to nobody, and the secrecy reviewer's alone to agree to, with a reason that stays", async () => {
    const id = await aColumn(cms.payload);
    expect(await patch(id, { description: blamed })).toBe(200);
    expect(await shown()).not.toContain('红叶超市');
    expect(await look('reviewer1', id)).toMatchObject({
      mayAgree: false,
      doubts: [expect.stringMatching(/指名.*没有同意/)],
    });
    expect(await look('secrecy', id)).toMatchObject({ mayAgree: true });
    const [reviewer, secrecy] = [desk.people.reviewer1!, desk.people.secrecy!];
    expect(await tasks(id, reviewer)).toEqual([]);
    expect(await tasks(id, secrecy)).toMatchObject([{ detail: expect.stringContaining('等保密审查人判定') }]);
    expect(await agree('reviewer1', id, '看错了，是剧名。')).toMatchObject({
      status: 422,
      message: expect.stringContaining('请保密审查人写明理由'),
    });
    expect(await agree('secrecy', id)).toMatchObject({ status: 422, message: expect.stringContaining('请写一句理由') });
    expect(await agree('secrecy', id, '身份证11010519491231002X')).toMatchObject({
      status: 422,
      message: expect.stringContaining('身份证件号码'),
    });
    expect(await shown()).not.toContain('红叶超市');
    expect(await agree('secrecy', id, '红叶超市是短剧里的店。')).toMatchObject({ status: 200 });
    expect(await shown()).toContain('红叶超市');
    const {
      docs: [copy],
    } = await cms.payload.find({ collection: 'public-texts', where: { row: { equals: id } } });
    expect(copy).toMatchObject({ reason: '红叶超市是短剧里的店。', agreedBy: secrecy.name });
    const { docs: trail } = await cms.payload.find({
      collection: 'audit',
      where: { rowId: { equals: id } },
      pagination: false,
    });
    expect(trail.map(({ reason }) => reason)).toContain('红叶超市是短剧里的店。');
    // Said once for these very words: the night does not ask again, and other words are asked anew.
    const tools = { lexicons: await deskLexicons(cms.payload), secret: 's' };
    expect((await checkPages(cms.payload, tools)).filter(({ subject }) => subject.kind === 'page')).toEqual([]);
    expect(await patch(id, { description: `${blamed}请看。` })).toBe(200);
    expect(await agree('reviewer1', id)).toMatchObject({ status: 422 });
    expect((await checkPages(cms.payload, tools)).filter(({ subject }) => subject.kind === 'page')).toEqual([]);
  });

  it('nobody clears words of their own, what the form itself says, or an ID number', async () => {
    const id = await aColumn(cms.payload, 'second');
    const both = await person(cms.payload, 'admin', 'secrecy');
    await cms.payload.update({
      collection: 'columns',
      id,
      data: { description: blamed },
      overrideAccess: false,
      user: { ...(await cms.payload.findByID({ collection: 'users', id: both.id })), collection: 'users' } as never,
      depth: 0,
    });
    expect(await tasks(id, both)).toEqual([]);
    expect(await tasks(id, desk.people.secrecy!)).toHaveLength(1);
    expect(await patch(id, { answer: { who: 'person', tone: 'negative' } })).toBe(400);
    expect(await patch(id, { description: '请带身份证11010519491231002X。' })).toBe(400);
    // Whoever has no second person behind them: a program.
    await expect(
      cms.payload.update({ collection: 'columns', id, data: { description: `${blamed}又一句。` } }),
    ).rejects.toMatchObject({ message: expect.stringContaining('不能指名批评') });
  });
});

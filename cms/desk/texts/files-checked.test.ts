import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../../.config/patience.ts';
import { openMongod } from '../../store/testing/mongod.ts';
import { deskLexicons } from '../../checking/lexicons/desk-lexicons.ts';
import { checkPages } from '../../checking/nightly/check-pages.ts';
import { fileTasks } from '../../admin/queries/file-tasks.ts';
import { list, openFilesDesk, type FilesDesk } from './testing/files-desk.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());
const databases = [
  { name: 'SQLite', url: undefined },
  ...('url' in mongod ? [{ name: 'MongoDB', url: mongod.url as string | undefined }] : []),
];

describe.each(databases)('on $name', ({ url }) => {
  let files: FilesDesk;
  let cms: FilesDesk['cms'];
  let desk: FilesDesk['desk'];
  let content: FilesDesk['content'];
  let shown: FilesDesk['shown'];
  let seen: FilesDesk['seen'];
  let agree: FilesDesk['agree'];
  let decide: FilesDesk['decide'];

  beforeAll(async () => {
    files = await openFilesDesk(url);
    ({ cms, desk, content, shown, seen, agree, decide } = files);
  }, within(60_000));
  afterAll(() => files.close());

  const id = ['11010519491231', '002X'].join('');

  it("the checks look at the new words: an ID number has no way out, anything else is the secrecy reviewer's", async () => {
    const file = 'content/occasions/youth-day.yaml';
    const before = await shown();
    for (const [words, sentence, barred] of [
      [`经办人身份证号${id}`, '身份证件号码', true],
      ['曝光红叶超市短斤少两', '不能指名批评', false],
      ['老赖们的节日', '侮辱性', false],
      ['本节日由李某（男，45岁）因赌博被行政拘留十日', '治安', false],
    ] as const) {
      await content.set(file, 'ruleText', words);
      const { message, status } = await agree(file);
      expect({ status, message }).toEqual({
        status: 422,
        message: expect.stringMatching(new RegExp(`没有同意.*${sentence}|${sentence}.*没有同意`)),
      });
      expect(message).toContain(file);
      expect(message).not.toContain(id);
      expect(message.includes('请保密审查人写明理由'), words).toBe(!barred);
      for (const who of ['reviewer1', 'signer', 'secrecy', 'author']) {
        const { barring, doubts, mayAgree } = await seen(file, who);
        expect({ barred: barring.length > 0, doubted: doubts.length > 0, mayAgree }, `${who} ${words}`).toEqual({
          barred,
          doubted: !barred,
          mayAgree: !barred && who === 'secrecy',
        });
      }
      expect(await decide(file, 'secrecy', barred ? '这不是谁的证件号码。' : '没有')).toMatchObject({
        status: 422,
        message: expect.stringContaining(barred ? '身份证件号码' : '请写一句理由'),
      });
      const told = async (who: string) => (await fileTasks(cms.payload, desk.people[who]!)).map(({ detail }) => detail);
      expect([await told('reviewer1'), await told('secrecy')]).toEqual(
        barred ? [[expect.stringContaining('要先改文件')], []] : [[], [expect.stringContaining('等保密审查人判定')]],
      );
    }
    expect(await shown()).toBe(before);
    await content.restore(file);
  });

  it('the secrecy reviewer says that they were read wrongly: public, the reason stays in the trail and with the copy, and the night does not ask again', async () => {
    const says = '欠薪者常被叫作老赖，本名单不这样叫；红叶超市短斤少两一节是短剧里的情节。';
    await content.set(list, 'summary', says);
    expect(await decide(list, 'reviewer2', '看错了，是短剧里的店。')).toMatchObject({
      status: 422,
      message: expect.stringContaining('请保密审查人写明理由'),
    });
    expect(await decide(list, 'admin', '看错了，是短剧里的店。')).toMatchObject({ status: 403 });
    expect(await decide(list, 'secrecy', `证件号${id}`)).toMatchObject({
      status: 422,
      message: expect.stringContaining('身份证件号码'),
    });
    expect(await shown()).not.toContain('红叶超市');
    const reason = '红叶超市是短剧里的店，“老赖”是在说不该这样叫。';
    expect(await decide(list, 'secrecy', reason)).toMatchObject({ status: 200 });
    expect(await shown()).toContain('红叶超市');
    const copyNow = async () =>
      (await cms.payload.find({ collection: 'public-texts', where: { key: { equals: 'files/lists/wage-arrears' } } }))
        .docs[0];
    expect(await copyNow()).toMatchObject({
      reason,
      agreedBy: desk.people.secrecy!.name,
      note: expect.stringContaining('看错了'),
    });
    const { docs: trail } = await cms.payload.find({
      collection: 'audit',
      where: { rowId: { equals: 'lists--wage-arrears' } },
      pagination: false,
    });
    expect(trail.map(({ reason: said }) => said)).toContain(reason);
    const night = async () =>
      (await checkPages(cms.payload, { lexicons: await deskLexicons(cms.payload), secret: 's' })).filter(
        ({ level, subject }) => level === 'block' && subject.kind === 'file' && subject.file === list,
      );
    expect(await night()).toEqual([]);
    // An entry that is new since then is a new question.
    const { id: later } = await cms.payload.create({
      collection: 'lexicons',
      data: {
        slug: 'later',
        title: '改名',
        group: 'wording',
        edition: '2026-11-20',
        owner: '编辑部',
        source: '自编',
        confidence: 1,
        active: true,
        entries: [{ wrong: '短剧', right: '微短剧', why: '改名', level: 'block' }],
      } as never,
    });
    expect(await night()).toMatchObject([{ rule: 'wording/later' }]);
    await cms.payload.delete({ collection: 'lexicons', id: later });
    // Other words are asked anew, harmless ones are any reviewer's again and leave no reason behind.
    await content.set(list, 'summary', `${says}又一句。`);
    expect(await agree(list)).toMatchObject({ status: 422 });
    await content.set(list, 'summary', '一句平常的摘要。');
    expect(await agree(list, 'secrecy')).toMatchObject({ status: 403 });
    expect(await agree(list)).toMatchObject({ status: 200 });
    expect((await copyNow())?.reason ?? null).toBeNull();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../access/person.ts';
import { markdownToRichText } from '../rich-text/from-markdown.ts';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { asUser, person } from '../testing/people.ts';
import { aColumn, draft, newsroom, release } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { unlawfulPictures } from './testing/pictures.ts';
import { handIn, pieces, type Pictures } from './testing/unlawful.ts';

let cms: TestCms;
let author: Person;
let pictures: Pictures;
beforeAll(async () => {
  cms = await testCms();
  author = await person(cms.payload, 'author');
  pictures = await unlawfulPictures(cms.payload);
});
afterAll(() => cms.close());

describe('nothing unlawful gets past the desk, whatever kind it is called', () => {
  it.each(Object.keys(pieces({ captioned: '', described: '', plain: '' })))('%s', async (name) => {
    const { lawful, says, unlawful } = pieces(pictures)[name]!;
    const { said } = await handIn(cms.payload, author, unlawful);
    expect(said).toMatch(says);
    // Whoever is blamed is not named again in the refusal.
    expect(said).not.toMatch(/张伟|孙磊|李建军|王建国|马建设|何佳明|周国庆|胡大海|冯建国|许文斌/);
    expect((await handIn(cms.payload, author, lawful)).said).toBe('');
  });

  it('a question that nobody has answered is asked', async () => {
    expect((await handIn(cms.payload, author, { answer: { who: null, tone: null } })).said).toContain(
      '请回答“认得出谁，是褒是贬”',
    );
    expect(
      (await handIn(cms.payload, author, { kind: 'case', answer: { who: 'nobody', tone: 'neutral' } })).said,
    ).toContain('改成“贬”');
  });
});

describe('form and text disagree', () => {
  let desk: SignedIn;
  const debt = {
    kind: 'activity',
    title: '一则消息（示例）',
    body: markdownToRichText('示例镇王建国拖欠货款八万元。'),
  } as never;
  beforeAll(async () => {
    desk = await signedIn(cms, ['author', 'reviewer1', 'reviewer2', 'signer', 'secrecy', 'admin']);
  });
  const finding = async (id: string) =>
    (
      (await (await desk.get('author', `stories/${id}/findings`)).response.json()) as {
        findings: { rule: string; mark: string; judged: object | null }[];
      }
    ).findings.find(({ rule }) => rule === 'question/disagrees');
  const judge = async (who: string, id: string, more: object = {}) =>
    desk.post(who, `stories/${id}/findings`, {
      mark: (await finding(id))?.mark,
      reason: '王建国是寓言里的人物，不是真人。',
      ...more,
    });

  it('only the secrecy reviewer settles it, with a reason; neither the author nor anybody else', async () => {
    const { id } = await draft(cms.payload, desk.people.author as Person, debt);
    for (const who of ['author', 'reviewer1', 'reviewer2', 'signer', 'admin'])
      expect({ who, ...(await judge(who, id)) }).toMatchObject({
        who,
        status: 403,
        message: expect.stringContaining('只有保密审查人可以判定'),
      });
    expect(await judge('secrecy', id, { reason: '是' })).toMatchObject({ status: 422 });
    expect(await judge('secrecy', id, { scope: 'everywhere' })).toMatchObject({ status: 403 });
    expect((await desk.post('author', `stories/${id}/review/submit`)).status).toBe(422);
    expect(await judge('secrecy', id)).toMatchObject({ status: 200 });
    expect((await finding(id))?.judged).toMatchObject({
      by: desk.people.secrecy?.name,
      reason: '王建国是寓言里的人物，不是真人。',
      scope: 'story',
    });
    expect(await desk.post('author', `stories/${id}/review/submit`)).toMatchObject({ status: 200 });
    const { docs } = await cms.payload.find({
      collection: 'audit',
      where: { and: [{ act: { equals: 'findings' } }, { rowId: { equals: id } }] },
      pagination: false,
    });
    expect(docs.some(({ actorId }) => actorId === desk.people.secrecy?.id)).toBe(true);
  });

  it('not whoever wrote or changed it, though they clear secrecy for others', async () => {
    const both = await person(cms.payload, 'author', 'secrecy');
    const { mayJudge } = await import('../checking/memory/may-judge.ts');
    expect(mayJudge({ rule: 'question/disagrees', level: 'block' }, 'story', both, true)).toContain('另一位保密审查人');
    expect(mayJudge({ rule: 'question/disagrees', level: 'block' }, 'story', both, false)).toBeNull();
  });

  it('what was settled holds for this text and this answer alone', async () => {
    const { id } = await draft(cms.payload, desk.people.author as Person, debt);
    expect((await judge('secrecy', id)).status).toBe(200);
    await cms.payload.update({ collection: 'stories', id, data: { summary: '换了一句摘要。' } });
    expect((await finding(id))?.judged).toBeNull();
    await cms.payload.update({ collection: 'stories', id, data: { summary: '两步，每年两次免费。' } });
    expect((await finding(id))?.judged).not.toBeNull();
    await cms.payload.update({
      collection: 'stories',
      id,
      data: { answer: { who: 'organisation', tone: 'negative' } },
    });
    expect((await finding(id))?.judged).toBeNull();
  });

  it('an answer that agrees asks for the proofs of a named case, in any kind; with them it goes out as one', async () => {
    const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const later = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
    const room = await newsroom(cms.payload);
    const proof = {
      names: ['王建国'],
      subject: 'adult',
      record: 'court',
      basisDoc: '示例条例',
      basisArticle: '第一条',
      catalogItem: '示例',
      catalogEdition: '示例',
      authority: '示例法院',
      recordId: '1',
      recordUrl: 'https://www.creditchina.gov.cn/1',
      fetchedOn: day,
      docNo: '示例1号',
      docDate: day,
      tier: '一般',
      periodEnd: later,
      piaNo: '1',
      piaBy: '示例',
      piaOn: day,
      objection: '示例法院 0839-0000000',
    };
    const answer = { who: 'person', tone: 'negative' };
    const bare = await handIn(cms.payload, room.author, { ...(debt as object), answer });
    expect(bare.said).toMatch(/公开的依据[\s\S]*失信程度[\s\S]*影响评估[\s\S]*异议入口/);
    const told = await draft(cms.payload, room.author, {
      ...(debt as object),
      answer,
      disclosure: { proof, evidence: '示例判决书', checker: '示例', checkedOn: day },
    } as never);
    const releaseId = await release(cms.payload, told.id, room);
    expect((await cms.payload.findByID({ collection: 'releases', id: releaseId, depth: 0 })).snapshot).toMatchObject({
      named: ['王建国'],
      disclosure: { until: later },
      answer,
    });
    expect(
      (await cms.payload.find({ collection: 'publications', where: { story: { equals: told.id } }, depth: 0 })).docs[0]
        ?.card,
    ).toMatchObject({ namedUntil: later });
  });
});

describe('texts that have no proofs', () => {
  it('a column, a confirmed campaign and a batch blame nobody by name, nor does a nomination say that it does (its words are asked about in its story, refuse-blame.test.ts)', async () => {
    const column = await aColumn(cms.payload);
    const refused = expect.objectContaining({ message: expect.stringMatching(/不能指名批评[\s\S]*其他内容都还在/) });
    const { payload } = cms;
    await expect(
      payload.update({ collection: 'columns', id: column, data: { description: '本栏目曝光红叶超市短斤少两。' } }),
    ).rejects.toEqual(refused);
    await expect(
      payload.update({ collection: 'columns', id: column, data: { answer: { who: 'person', tone: 'negative' } } }),
    ).rejects.toEqual(refused);
    await payload.update({ collection: 'columns', id: column, data: { description: '本栏目讲怎样看秤。' } });
    await expect(
      payload.create({
        collection: 'batches',
        data: { name: '第九批', awardingBody: '金桥装饰公司拖欠工资' } as never,
      }),
    ).rejects.toEqual(refused);
    const nominee = await payload.create({
      collection: 'nominations',
      data: {
        name: '示例甲',
        subject: 'person',
        category: '诚信人物',
        place: '示例',
        recommendedBy: '示例镇',
        deed: '不像李建军拒不还款，他按月还清。',
      } as never,
    });
    await expect(
      payload.update({
        collection: 'nominations',
        id: nominee.id,
        data: { state: 'recommended', answer: { who: 'person', tone: 'negative' } },
      }),
    ).rejects.toEqual(refused);
    await payload.update({
      collection: 'nominations',
      id: nominee.id,
      data: { deed: '他按月还清，十年没有迟过。', state: 'recommended' },
      overrideAccess: false,
      user: asUser(author),
    });
  });
});

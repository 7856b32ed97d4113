import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../access/person.ts';
import { markdownToRichText } from '../../rich-text/from-markdown.ts';
import { signedIn, type SignedIn } from '../../testing/signed-in.ts';
import { draft } from '../../testing/story.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { sampleId } from '../testing/sample-id.ts';
import { mayJudge } from './may-judge.ts';
import type { JudgedFinding } from './judged-findings.ts';
import { entriesDoor } from '../lexicons/entries.ts';

let cms: TestCms;
let desk: SignedIn;
let author: Person;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['author', 'reviewer1', 'reviewer2', 'auditor', 'admin']);
  author = desk.people.author as Person;
});
afterAll(() => cms.close());

const phone = '13908120001';
const story = (words: string) => draft(cms.payload, author, { body: markdownToRichText(words) as never });
const findings = async (id: string): Promise<JudgedFinding[]> =>
  ((await (await desk.get('author', `stories/${id}/findings`)).response.json()) as { findings: JudgedFinding[] })
    .findings;
const judge = async (who: string | null, id: string, more: object = {}) =>
  desk.post(who, `stories/${id}/findings`, {
    mark: (await findings(id))[0]?.mark,
    reason: '这是窗口的公开电话。',
    ...more,
  });

describe('这不是问题', () => {
  it('the author says so of a warning, once and for this story; another story still asks', async () => {
    const one = await story(`咨询 ${phone}。`);
    const other = await story(`电话：${phone}。`);
    expect((await judge('author', one.id)).status).toBe(200);
    expect((await judge('author', one.id)).status).toBe(200);
    expect((await findings(one.id))[0]).toMatchObject({
      rule: 'personal-data/phone',
      judged: { by: author.name, reason: '这是窗口的公开电话。', scope: 'story' },
    });
    expect((await findings(other.id))[0]?.judged).toBeNull();
    expect((await desk.post('author', `stories/${one.id}/review/submit`)).status).toBe(200);
    expect((await desk.post('author', `stories/${other.id}/review/submit`)).status).toBe(422);
    expect((await cms.payload.count({ collection: 'check-memory' })).totalDocs).toBe(1);
  });

  it('a number that changes by one digit is another question', async () => {
    const one = await story('咨询 13908120002。');
    await judge('author', one.id);
    await cms.payload.update({
      collection: 'stories',
      id: one.id,
      data: { body: markdownToRichText('咨询 13908120003。') as never },
    });
    expect((await findings(one.id))[0]?.judged).toBeNull();
    await cms.payload.update({
      collection: 'stories',
      id: one.id,
      data: { body: markdownToRichText('新的一段。\n\n请打 13908120002 找窗口。') as never },
    });
    expect((await findings(one.id))[0]).toMatchObject({ at: '正文第2段', judged: { scope: 'story' } });
  });

  it('for all stories only 复审 and 管理员, and never what leaves no choice', async () => {
    const one = await story('热线 13908120004。');
    const other = await story('热线 13908120004。');
    expect(await judge('author', one.id, { scope: 'everywhere' })).toMatchObject({ status: 403 });
    expect(await judge('reviewer2', one.id, { scope: 'everywhere' })).toMatchObject({ status: 200 });
    expect((await findings(other.id))[0]?.judged).toMatchObject({ scope: 'everywhere' });
    const person = { id: 'p', name: '甲', roles: ['reviewer2', 'admin', 'signer'] } satisfies Person;
    for (const rule of ['personal-data/citizen-id', 'channel/wechat', 'ai-mark/portrait', 'minor/portrait']) {
      for (const roles of [person.roles, ['secrecy'] as Person['roles']])
        expect(mayJudge({ rule, level: 'block' }, 'story', { ...person, roles }, false)).toContain('不能认定');
    }
    // Where the law has no exception the checks may still have read wrongly: the secrecy reviewer's alone, of this text, never of their own.
    for (const rule of ['minor/identified', 'minor/school', 'sealed/public-security', 'sealed/criminal-record']) {
      expect(mayJudge({ rule, level: 'block' }, 'story', person, false)).toContain('只有保密审查人可以判定');
      const secrecy = { ...person, roles: ['secrecy'] as Person['roles'] };
      expect(mayJudge({ rule, level: 'block' }, 'story', secrecy, false)).toBeNull();
      expect(mayJudge({ rule, level: 'block' }, 'story', secrecy, true)).toContain('不能自己判定');
      expect(mayJudge({ rule, level: 'block' }, 'everywhere', secrecy, false)).toContain('只能就这一篇');
    }
    // A pupil's name with his school (G09): never whoever wrote it, by a second person only.
    expect(
      mayJudge(
        { rule: 'minor/consent', level: 'warn' },
        'story',
        { ...person, roles: ['author'] as Person['roles'] },
        true,
      ),
    ).toContain('监护人');
    expect(mayJudge({ rule: 'minor/consent', level: 'warn' }, 'story', person, true)).toContain('监护人');
    expect(mayJudge({ rule: 'minor/consent', level: 'warn' }, 'story', person, false)).toBeNull();
    expect(mayJudge({ rule: 'insult/word', level: 'block' }, 'story', person, false)).toBeNull();
    expect(mayJudge({ rule: 'insult/word', level: 'block' }, 'story', person, true)).toContain('不能自己认定');
  });

  it('what blocks is not for the author to judge, nor anything for auditors and strangers', async () => {
    const one = await draft(cms.payload, author, { title: '曝光老赖' });
    expect((await judge('author', one.id)).status).toBe(403);
    expect((await judge('auditor', one.id)).status).toBe(403);
    expect((await judge(null, one.id)).status).toBe(401);
    expect((await judge('reviewer2', one.id)).status).toBe(200);
    expect((await desk.post('author', `stories/${one.id}/review/submit`)).status).toBe(200);
  });

  it('asks again when the entry of the word list has changed, and when the record is deleted', async () => {
    const words = await cms.payload.create({
      collection: 'lexicons',
      data: {
        slug: 'local',
        title: '本地',
        group: 'wording',
        edition: '2026-01-01',
        owner: '编辑部',
        source: '自编',
        confidence: 1,
        entries: [
          { wrong: '某旧称', right: '某新称', why: '已经改名', level: 'warn' },
          { wrong: '另一旧称', right: '', why: '已经改名', level: 'warn' },
        ],
      } as never,
    });
    const one = await story('这里写了某旧称。\n\n那里写了另一旧称。');
    for (const { mark } of await findings(one.id))
      expect(
        (await desk.post('author', `stories/${one.id}/findings`, { mark, reason: '引用当时的名称。' })).status,
      ).toBe(200);
    const plain = { allow: [], quotable: false };
    await cms.payload.update({
      collection: 'lexicons',
      id: words.id,
      data: {
        edition: '2026-02-01',
        entries: entriesDoor.write([
          { wrong: '某旧称', right: '某新称', why: '按新文件必须改名', level: 'warn', ...plain },
          { wrong: '另一旧称', right: '', why: '已经改名', level: 'warn', ...plain },
        ]),
      },
    });
    expect((await findings(one.id)).map(({ judged }) => judged?.edition ?? null)).toEqual([null, 'local@2026-01-01']);
    const kept = await cms.payload.find({
      collection: 'check-memory',
      where: { story: { equals: one.id } },
      pagination: false,
    });
    for (const { id } of kept.docs)
      await cms.payload.delete({
        collection: 'check-memory',
        id,
        overrideAccess: false,
        user: desk.asUser('reviewer2'),
      });
    expect((await findings(one.id)).every(({ judged }) => judged === null)).toBe(true);
  });

  it('one clear sentence for what cannot be taken', async () => {
    const one = await story(`咨询 ${phone}。`);
    const mark = (await findings(one.id))[0]?.mark;
    const said = async (body: unknown) => (await desk.post('author', `stories/${one.id}/findings`, body)).message;
    expect(await said({ mark, reason: '是' })).toBe('请写一句理由，让检查的人看得懂，至少4个字。');
    expect(await said({ mark, reason: `证件 ${sampleId()}` })).toContain('完整的身份证件号码');
    expect(await said({ mark: 'x', reason: '这是公开电话。' })).toContain('mark 不对');
    expect(await said({ mark: 'a'.repeat(32), reason: '这是公开电话。' })).toContain('已经没有这个问题');
    expect(await said('{')).toContain('只收三个字段');
    expect((await desk.get('author', 'stories/none/findings')).status).toBe(404);
    const rows = await cms.payload.find({ collection: 'check-memory', pagination: false });
    expect(JSON.stringify(rows.docs)).not.toContain(phone);
  });
});

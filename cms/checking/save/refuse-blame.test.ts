import { afterAll, beforeAll, expect, it } from 'vitest';
import { asUser, person } from '../../testing/people.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { ensureStory } from '../../nominations/story-draft.ts';
import { disagreementRule } from '../../question/disagreement-rule.ts';
import { storyFindings } from '../findings/story-findings.ts';
import { deskLexicons } from '../lexicons/desk-lexicons.ts';
import { checkPages } from '../nightly/check-pages.ts';

let cms: TestCms;
beforeAll(async () => {
  cms = await testCms();
});
afterAll(() => cms.close());

const blamed = '示例镇王建国拖欠货款八万元';
const batch = (more: object) =>
  cms.payload.create({
    collection: 'batches',
    data: { name: `第${Math.random().toString().slice(2, 8)}批`, ...more } as never,
  });
const told = (work: Promise<unknown>) =>
  work.then(
    () => '',
    (error: { data?: { errors?: { path: string; message: string }[] } }) =>
      error.data?.errors?.map(({ message, path }) => `${path}：${message}`).join('') ?? String(error),
  );

it('a batch of honours meets the question, in its words and in its form', async () => {
  expect(await told(batch({ awardingBody: blamed }))).toMatch(/^awardingBody：.*不能指名批评/);
  expect(await told(batch({ answer: { who: 'person', tone: 'negative' } }))).toMatch(/^answer\.tone：.*不能指名批评/);
  expect(await batch({ awardingBody: '市诚信办（示例）', answer: { who: 'both', tone: 'praise' } })).toMatchObject({
    answer: { who: 'both', tone: 'praise' },
  });
});

it('what was read wrongly in a batch the signer saves, a second look; the writer is told so', async () => {
  const [author, signer] = [await person(cms.payload, 'author'), await person(cms.payload, 'signer')];
  const save = (who: typeof author, data: object) =>
    told(
      cms.payload.create({
        collection: 'batches',
        data: { name: '第八批', awardingBody: blamed, ...data } as never,
        depth: 0,
        overrideAccess: false,
        user: asUser(who),
      }),
    );
  expect(await save(author, {})).toMatch(/^awardingBody：.*不能指名批评.*检查看错了的，请终审人来保存。/);
  // What the form itself answers is no mistake of the checks.
  expect(await save(signer, { answer: { who: 'person', tone: 'negative' } })).toMatch(/^answer\.tone：.*不能指名批评/);
  expect(await save(signer, {})).toBe('');
  await cms.payload.delete({ collection: 'batches', where: { name: { equals: '第八批' } } });
});

it('what a nomination tells is asked about in the story that is made of it, where the secrecy reviewer can settle it', async () => {
  const data = {
    subject: 'person',
    category: '诚信人物',
    place: '示例',
    recommendedBy: '示例镇',
    deed: `戏里他演的就是${blamed}，戏外一分钱也没有欠过。`,
  };
  const nominee = await cms.payload.create({ collection: 'nominations', data: { name: '示例乙', ...data } as never });
  const recommend = (more: object) =>
    told(
      cms.payload.update({
        collection: 'nominations',
        id: nominee.id,
        data: { state: 'recommended', ...more },
        depth: 0,
        overrideAccess: false,
        user: asUser(writer),
      }),
    );
  const writer = await person(cms.payload, 'author');
  expect(await recommend({ answer: { who: 'person', tone: 'negative' } })).toMatch(/^answer\.tone：.*不能指名批评/);
  expect(await recommend({})).toBe('');
  const story = await cms.payload.findByID({
    collection: 'stories',
    id: await ensureStory(cms.payload, nominee, []),
    depth: 0,
  });
  expect((await storyFindings(cms.payload, story)).filter(({ rule }) => rule === disagreementRule)).toMatchObject([
    { level: 'block', judged: null },
  ]);
});

it('at night batches and lists are read again, with the words of that night', async () => {
  const { id } = await batch({ awardingBody: '市诚信办（示例）' });
  const lexicons = async () => ({ lexicons: await deskLexicons(cms.payload), secret: 's' });
  expect(await checkPages(cms.payload, await lexicons())).toEqual([]);
  await cms.payload.db.updateOne({
    collection: 'batches',
    id,
    data: { awardingBody: `${blamed}，该赖皮狗` } as never,
    returning: false,
  });
  await cms.payload.create({
    collection: 'lexicons',
    data: {
      slug: 'tonight',
      title: '改名',
      group: 'wording',
      edition: '2026-06-02',
      owner: '编辑部',
      source: '自编',
      confidence: 1,
      active: true,
      entries: [{ wrong: '拖欠农民工工资失信联合惩戒对象', right: '新称', why: '改名', level: 'block' }],
    } as never,
  });
  const found = await checkPages(cms.payload, await lexicons());
  // Who is blamed in it was the signer's to answer when it was saved; what the form cannot answer is told every night.
  expect(found.filter(({ subject }) => subject.kind === 'page')).toMatchObject([
    { rule: 'insult/word', level: 'block', subject: { kind: 'page', collection: 'batches', id } },
  ]);
  expect(found.find(({ subject }) => subject.kind === 'file')).toMatchObject({
    rule: 'wording/tonight',
    subject: { file: 'content/lists/wage-arrears.yaml', title: '名单“拖欠农民工工资失信联合惩戒对象”' },
  });
});

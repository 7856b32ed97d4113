import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formKeyHeader } from '../http/in-turn.ts';
import { markdownToRichText } from '../rich-text/from-markdown.ts';
import { asUser, person } from '../testing/people.ts';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { draft, release, type Desk } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { reviewsDoor } from '../story/review-doors.ts';

let cms: TestCms;
let room: SignedIn;
let desk: Desk;
beforeAll(async () => {
  cms = await testCms();
  room = await signedIn(cms, ['author', 'reviewer1', 'reviewer2', 'signer', 'secrecy', 'auditor']);
  const { author, reviewer1, signer } = room.people;
  if (!author || !reviewer1 || !signer) throw new Error('nobody');
  desk = { author, first: reviewer1, second: await person(cms.payload, 'reviewer2', 'secrecy'), signer };
});
afterAll(() => cms.close());

const json = async (who: string | null, path: string) =>
  (await (await room.get(who, path)).response.json()) as Record<string, unknown>;
const edit = (id: string, data: object) =>
  cms.payload.update({
    collection: 'stories',
    id,
    data: data as never,
    overrideAccess: false,
    user: asUser(desk.author),
  });

describe('what changed', () => {
  it('is told to a reviewer against what that reviewer saw, and to everybody against what is live', async () => {
    const { id } = await draft(cms.payload, desk.author);
    expect(await room.get('reviewer1', `stories/${id}/difference?since=review`)).toMatchObject({
      status: 409,
      message: expect.stringContaining('还没有人审过'),
    });
    expect(await room.get('reviewer1', `stories/${id}/difference?since=release`)).toMatchObject({
      status: 409,
      message: expect.stringContaining('还没有签发过'),
    });
    await room.post('author', `stories/${id}/review/submit`);
    await room.post('reviewer1', `stories/${id}/review/return`, { note: '步骤数不对' });
    await edit(id, { summary: '三步，每年两次免费。' });
    await edit(id, { title: '怎样查询信用报告（示例）' });
    const seen = await json('reviewer1', `stories/${id}/difference?since=review`);
    expect(seen.against).toBe('和您上一次审时（退回）比，改了这些：');
    expect((seen.parts as { part: string }[]).map(({ part }) => part)).toEqual(['标题', '摘要']);
    expect((await json('reviewer2', `stories/${id}/difference?since=review`)).against).toContain(
      `上一次审时（${desk.first.name}，退回）`,
    );
    await release(cms.payload, id, desk);
    expect((await json('auditor', `stories/${id}/difference`)).against).toBe('和签发的第1版一样，没有改动。');
    await edit(id, { body: markdownToRichText('## 第一步\n\n带上**身份证件**到任一柜台。') });
    expect(await json('auditor', `stories/${id}/difference?since=release`)).toMatchObject({
      parts: [],
      paragraphs: [{ number: 2, kind: 'changed' }],
    });
  });

  it('wants a known question, a known story and a log-in', async () => {
    const { id } = await draft(cms.payload, desk.author);
    expect(await room.get('author', `stories/${id}/difference?since=yesterday`)).toMatchObject({
      status: 422,
      message: expect.stringContaining('since 写的是“yesterday”'),
    });
    expect(await room.get('author', 'stories/nothing/difference')).toMatchObject({ status: 404 });
    expect(await room.get(null, `stories/${id}/difference`)).toMatchObject({ status: 401 });
  });
});

describe('comments', () => {
  const list = async (who: string, id: string) =>
    (await json(who, `stories/${id}/comments`)).comments as {
      id: string;
      text: string;
      paragraph: number | null;
      quote: string | null;
      orphaned: boolean;
      refusal: string | null;
      resolved: unknown;
    }[];

  it('stay with their paragraph through small edits, and with their quote when it is gone', async () => {
    const { id } = await draft(cms.payload, desk.author, {
      body: markdownToRichText('开头一段讲来历。\n\n带上身份证件到柜台办理查询。') as never,
    });
    expect(
      await room.post('reviewer1', `stories/${id}/comments`, { text: '写明哪个柜台', paragraph: 2 }),
    ).toMatchObject({ status: 201 });
    await edit(id, {
      body: markdownToRichText('新的第一段。\n\n开头一段讲来历。\n\n带上身份证件到任一柜台办理查询。'),
    });
    expect(await list('author', id)).toMatchObject([
      { paragraph: 3, orphaned: false, quote: '带上身份证件到柜台办理查询。' },
    ]);
    await edit(id, { body: markdownToRichText('全部重写成另外一件事。') });
    expect(await list('author', id)).toMatchObject([
      { paragraph: null, orphaned: true, quote: '带上身份证件到柜台办理查询。' },
    ]);
  });

  it('of a form that has lost the answer are written once', async () => {
    const { id } = await draft(cms.payload, desk.author);
    const write = async (text: string, key: string) =>
      (
        await room.send('reviewer1', `stories/${id}/comments`, {
          method: 'POST',
          body: JSON.stringify({ text }),
          headers: { [formKeyHeader]: key },
        })
      ).status;
    const [one, other] = [randomUUID(), randomUUID()];
    expect([
      await write('写明哪个柜台', one),
      await write('写明哪个柜台', one),
      await write('写明哪一天', one),
      await write('写明哪个柜台', other),
    ]).toEqual([201, 201, 201, 201]);
    expect(await Promise.all(Array.from({ length: 5 }, () => write('写明几点', one)))).toEqual([
      201, 201, 201, 201, 201,
    ]);
    expect((await list('author', id)).map(({ text }) => text).sort()).toEqual(
      ['写明几点', '写明哪一天', '写明哪个柜台', '写明哪个柜台'].sort(),
    );
  });

  it('marked 必须改 keep a story from being signed until the commenter or a signer has resolved them', async () => {
    const { id } = await draft(cms.payload, desk.author);
    expect(await room.post('author', `stories/${id}/comments`, { text: '必须', must: true })).toMatchObject({
      status: 403,
    });
    expect(await room.post('reviewer1', `stories/${id}/comments`, { text: '缺出处', must: true })).toMatchObject({
      status: 201,
    });
    await expect(release(cms.payload, id, desk)).rejects.toThrow('还有1条“必须改”的批注没有办结');
    const [comment] = await list('author', id);
    expect(comment?.refusal).toContain('由批注人或终审人办结');
    const resolve = (who: string | null) => room.post(who, `stories/${id}/comments/${comment?.id}/resolve`);
    expect(await resolve(null)).toMatchObject({ status: 401 });
    expect(await resolve('author')).toMatchObject({ status: 403 });
    expect(await resolve('reviewer2')).toMatchObject({ status: 403 });
    expect(await resolve('reviewer1')).toMatchObject({ status: 200 });
    expect(await resolve('reviewer1')).toMatchObject({ status: 409 });
    expect(await room.post('signer', `stories/${id}/review/sign`)).toMatchObject({ status: 200 });
  });

  it('may be the reason of a return', async () => {
    const { id } = await draft(cms.payload, desk.author);
    await room.post('author', `stories/${id}/review/submit`);
    expect(await room.post('reviewer1', `stories/${id}/review/return`)).toMatchObject({ status: 422 });
    await room.post('reviewer1', `stories/${id}/comments`, { text: '缺出处', paragraph: 1, must: true });
    expect(await room.post('reviewer1', `stories/${id}/review/return`)).toMatchObject({ status: 200 });
    const { reviews } = await cms.payload.findByID({ collection: 'stories', id, depth: 0 });
    expect(reviewsDoor.need(reviews).at(-1)?.note).toBe('见批注（1条未办结）。');
  });

  it('of the ordinary kind may be ticked off by the author, but not on another story', async () => {
    const [one, other] = [await draft(cms.payload, desk.author), await draft(cms.payload, desk.author)];
    await room.post('reviewer1', `stories/${one.id}/comments`, { text: '题目可以再短些' });
    const [comment] = await list('author', one.id);
    expect(comment).toMatchObject({ paragraph: null, quote: null, orphaned: false, refusal: null });
    expect(await room.post('author', `stories/${other.id}/comments/${comment?.id}/resolve`)).toMatchObject({
      status: 404,
    });
    expect(await room.post('author', `stories/${one.id}/comments/${comment?.id}/resolve`)).toMatchObject({
      status: 200,
    });
  });

  it.each([
    [{}, 422, '请写批注'],
    [{ text: '好', paragraph: 99 }, 422, '没有第99段'],
    [{ text: '好', paragraph: 0 }, 422, '段号从 1 数起'],
    [{ text: '字'.repeat(501) }, 422, '最多500字'],
    [{ text: '好', by: '别人' }, 422, '只收'],
  ])('refuse %j', async (body, status, sentence) => {
    const { id } = await draft(cms.payload, desk.author);
    expect(await room.post('reviewer1', `stories/${id}/comments`, body)).toMatchObject({
      status,
      message: expect.stringContaining(sentence),
    });
    expect(await room.post('auditor', `stories/${id}/comments`, { text: '好' })).toMatchObject({ status: 403 });
  });

  it('and what reviewers saw go with a draft that is deleted for good', async () => {
    const { id } = await draft(cms.payload, desk.author);
    await room.post('reviewer1', `stories/${id}/comments`, { text: '好' });
    await room.post('author', `stories/${id}/review/submit`);
    await cms.payload.delete({ collection: 'stories', id });
    for (const collection of ['comments', 'review-snapshots'] as const)
      expect((await cms.payload.count({ collection, where: { story: { equals: id } } })).totalDocs).toBe(0);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { block, linkNode, textNode } from '../rich-text/make.ts';
import { aColumn } from '../testing/story.ts';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';

let cms: TestCms;
let desk: SignedIn;
let column: string;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['author', 'signer', 'admin']);
  column = await aColumn(cms.payload);
});
afterAll(() => cms.close());

const body = (...nodes: ReturnType<typeof textNode>[]) => ({ root: block('root', [block('paragraph', nodes)]) });
const story = (more: object) => ({
  title: '怎样查信用报告（示例）',
  kind: 'knowledge',
  column,
  summary: '摘要。',
  source: '来源',
  authorName: '示例',
  body: body(textNode('正文。')),
  ...more,
});
const made = async (who: string, collection: string, data: object) => {
  const answer = await desk.post(who, collection, data);
  const told = (await answer.response.json()) as { doc?: Record<string, never>; errors?: { message: string }[] };
  return { status: answer.status, message: told.errors?.[0]?.message, doc: told.doc };
};

describe('lines', () => {
  it.each(['\u200B\u200B\u200B', '\u202E', ' \n\u0007', '\u3164'])(
    'a title of %j is an empty title, and refused',
    async (title) => {
      expect((await made('author', 'stories', story({ title }))).status).toBe(400);
    },
  );

  it('keep what people see of titles, names, tags and labels, at any depth', async () => {
    const { doc } = await made(
      'author',
      'stories',
      story({
        title: ' 诚信\u202E典型\n人物\u0007（示例） ',
        authorName: '示\u200B例',
        tags: ['\u200B', '信用\u2066报告'],
        summary: '一\u202E句\r\n话\u0000。 ',
        roleModel: { name: '甲\u200D乙' },
        caseSteps: { costs: [{ figure: '1\u200B万', label: '罚\t款' }] },
      }),
    );
    expect(doc).toMatchObject({
      title: '诚信典型 人物（示例）',
      authorName: '示例',
      tags: ['信用报告'],
      summary: '一句\n话。',
      roleModel: { name: '甲乙' },
      caseSteps: { costs: [{ figure: '1万', label: '罚 款' }] },
    });
    const patched = await desk.send('author', `stories/${String(doc?.id)}`, {
      method: 'PATCH',
      body: JSON.stringify({ title: '改\u202Dn过' }),
    });
    expect(await patched.response.json()).toMatchObject({ doc: { title: '改n过', authorName: '示例' } });
  });

  it('of accounts, campaigns and batches alike', async () => {
    expect(
      (
        await made('admin', 'users', {
          name: '示例\u200B张三',
          email: 'z@example.org',
          password: 'correct horse battery',
          roles: ['author'],
        })
      ).doc,
    ).toMatchObject({ name: '示例张三' });
    expect(
      (
        await made('admin', 'users', {
          name: '\u200B',
          email: 'y@example.org',
          password: 'correct horse battery',
          roles: ['author'],
        })
      ).status,
    ).toBe(400);
    expect((await made('signer', 'batches', { name: '第\u202E一批' })).doc).toMatchObject({ name: '第一批' });
  });

  it('of what was there before are left alone while something else is saved', async () => {
    const { doc } = await made('author', 'stories', story({}));
    const id = String(doc?.id);
    await cms.payload.db.updateOne({ collection: 'stories', id, data: { title: '旧\u200B标题' } });
    const saved = await desk.send('author', `stories/${id}`, {
      method: 'PATCH',
      body: JSON.stringify({ summary: '新摘要。' }),
    });
    expect(await saved.response.json()).toMatchObject({ doc: { title: '旧\u200B标题', summary: '新摘要。' } });
  });
});

describe('the text', () => {
  it('loses hidden characters, and keeps the blanks between its pieces', async () => {
    const { doc } = await made(
      'author',
      'stories',
      story({ body: body(textNode('身份\u202E '), textNode(' 甲\u200B。', 1)) }),
    );
    expect(JSON.stringify((doc as { body?: unknown } | undefined)?.body)).toContain('"text":"身份 "');
    expect(JSON.stringify((doc as { body?: unknown } | undefined)?.body)).toContain('"text":" 甲。"');
  });

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//evil.example/x',
  ])('with a link to %j is refused in a sentence that says which', async (url) => {
    const { message, status } = await made(
      'author',
      'stories',
      story({ body: body(linkNode(url, [textNode('点这里')])) }),
    );
    expect([status, message]).toEqual([400, expect.stringContaining('正文里“点这里”的链接不能用')]);
  });

  it.each(['https://a.example/x', 'mailto:a@b.example', 'tel:12315', '/s/3'])('may link to %s', async (url) => {
    expect((await made('author', 'stories', story({ body: body(linkNode(url, [textNode('点这里')])) }))).status).toBe(
      201,
    );
  });
});

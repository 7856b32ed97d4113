import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markdownToRichText } from '../rich-text/from-markdown.ts';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { aColumn } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import type { JudgedFinding } from '../checking/memory/judged-findings.ts';
import { contentNames } from '../story/fields/content-names.ts';
import { formContentSchema } from './form-content.ts';
import type { Place } from './place.ts';
import type { StoryPreview } from './preview-story.ts';
import type { WorkingCopy } from './working-copy.ts';

type PlacedFinding = JudgedFinding & { place: Place | null };

let cms: TestCms;
let desk: SignedIn;
let column: string;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['author', 'reviewer1']);
  column = await aColumn(cms.payload);
});
afterAll(() => cms.close());

const form = (more: object = {}) => ({
  title: '一杆秤的三十年（示例）',
  kind: 'knowledge',
  column,
  summary: '斤两都在心里。',
  source: '示例来源',
  authorName: '示例作者',
  body: markdownToRichText('## 老街\n\n他说，**少一钱**也是少。\n\n| 年份 | 秤 |\n|---|---|\n| 一九九六年 | 三百杆 |'),
  stage: 'signed',
  ...more,
});
const post = async <T>(path: string, body: unknown, who: string | null = 'author') => {
  const { response, status, message } = await desk.post(who, `stories/${path}`, body);
  return { status, message, body: (await response.json()) as T };
};

describe('POST /api/stories/preview', () => {
  it('shows what is typed and saved nowhere, in every channel, by the code that sends', async () => {
    const { status, body } = await post<StoryPreview>('preview', form());
    expect(status).toBe(200);
    expect(body.wechat.html).toContain('一杆秤的三十年（示例）');
    expect(body.wechat.html).toContain('三百杆');
    expect(body.wechat.counts.title).toEqual({ used: 11, limit: 32, unit: '字' });
    expect(body.weibo.text).toContain('斤两都在心里。');
    expect(body.weibo.count.used).toBeLessThan(body.weibo.count.limit);
    expect(body.press.text).toContain('一九九六年｜三百杆');
    expect(body.press).toMatchObject({ characters: 25, lines: 4, columns: 0.5 });
    expect(body.site.html).toContain('<table><thead>');
    expect(body.site.html).toContain('未签发');
    expect(body.site.counts.summary).toEqual({ used: 7, limit: 54, unit: '字' });
    expect((await cms.payload.count({ collection: 'stories' })).totalDocs).toBe(0);
  });

  it('frames run nothing and load nothing from elsewhere', async () => {
    const { body } = await post<StoryPreview>(
      'preview',
      form({ title: '<script>x()</script></title>', summary: '<img src=x onerror=y()>' }),
    );
    for (const { html } of [body.site, body.wechat, body.press]) {
      expect(html).toMatch(/<head><meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;/);
      expect(html).not.toMatch(/<script|<img src=x/);
    }
  });

  it('says what a channel would refuse', async () => {
    const { body } = await post<StoryPreview>('preview', form({ title: '题'.repeat(40), body: null, cover: null }));
    expect(body.wechat.findings.map(({ level, field }) => [level, field])).toEqual([
      ['block', 'title'],
      ['block', 'html'],
    ]);
    expect(body.press.findings[0]?.message).toContain('正文是空的');
  });

  it('takes an empty form, and refuses what is none in a sentence', async () => {
    expect((await post('preview', {})).status).toBe(200);
    expect(await post('preview', { title: 1 })).toMatchObject({
      status: 422,
      message: '表单里的“标题”应是文字：请刷新页面再试。',
    });
    expect(await post('preview', '不是 JSON')).toMatchObject({ status: 422 });
    const deep = `${'{"type":"paragraph","children":['.repeat(3000)}${']}'.repeat(3000)}`;
    expect(await post('preview', `{"body":{"root":${deep}}}`)).toMatchObject({
      status: 422,
      message: expect.stringContaining('不是编辑器里的正文') as string,
    });
  });

  it('is for staff', async () => {
    expect((await post('preview', form(), null)).status).toBe(401);
    expect((await post('check', form(), null)).status).toBe(401);
  });
});

describe('POST /api/stories/check', () => {
  it('finds what is typed and says where to mend it', async () => {
    const id = '11010519491231002X';
    const { body } = await post<{ findings: PlacedFinding[] }>(
      'check',
      form({
        title: `编号${id}（示例）`,
        body: markdownToRichText(
          `开头一段。\n\n他的身份证号是**110105**19491231002X。\n\n| 甲 | 乙 |\n|---|---|\n| 一 | ${id} |`,
        ),
        roleModel: { name: '示例' },
      }),
    );
    const ids = body.findings.filter(({ rule }) => rule === 'personal-data/citizen-id');
    expect(ids.map(({ at, level, place }) => ({ at, level, place }))).toEqual([
      { at: '标题', level: 'block', place: { field: 'title' } },
      { at: '正文第2段', level: 'block', place: { field: 'body', block: 1 } },
      { at: '正文第4段', level: 'block', place: { field: 'body', block: 2 } },
    ]);
    expect(JSON.stringify(body)).not.toContain(id);
  });

  it('has nothing to say of a clean story', async () => {
    expect((await post<{ findings: PlacedFinding[] }>('check', form())).body.findings).toEqual([]);
  });
});

describe('what is not saved yet', () => {
  const read = async (who: string, query = '') =>
    (
      JSON.parse(await (await desk.get(who, `stories/working-copy${query}`)).response.text()) as {
        copy: WorkingCopy | null;
      }
    ).copy;

  it('is kept for its writer alone, the last one counts, and goes when it is saved', async () => {
    expect((await post('working-copy', form())).status).toBe(200);
    expect((await post('working-copy', form({ title: '改过的题（示例）' }))).status).toBe(200);
    expect((await post('working-copy', form({ id: 'story-1', title: '另一篇（示例）' }))).status).toBe(200);
    expect((await read('author'))?.content).toMatchObject({ title: '改过的题（示例）', body: form().body });
    expect((await read('author', '?story=story-1'))?.content.title).toBe('另一篇（示例）');
    expect(await read('reviewer1')).toBeNull();
    expect((await desk.get(null, 'stories/working-copy')).status).toBe(401);

    await desk.raw('stories/working-copy', { method: 'DELETE' });
    expect(await read('author')).not.toBeNull();
    const { email } = await cms.payload.findByID({ collection: 'users', id: desk.people.author!.id });
    const { token } = await cms.payload.login({
      collection: 'users',
      data: { email, password: 'correct horse battery' },
    });
    await desk.raw('stories/working-copy', { method: 'DELETE', headers: { Authorization: `JWT ${token}` } });
    expect(await read('author')).toBeNull();
    expect((await read('author', '?story=story-1'))?.content.title).toBe('另一篇（示例）');
  });

  it('never takes an ID number to the server', async () => {
    const { message, status } = await post(
      'working-copy',
      form({ id: 'story-3', body: markdownToRichText('号码11010519491231002X。') }),
    );
    expect(status).toBe(422);
    expect(message).toBe('正文里有完整的证件号码，没有存到服务器，只留在这台电脑上：请删去号码。');
    expect(await read('author', '?story=story-3')).toBeNull();
  });

  it('loses no content field on the way', () => {
    expect(Object.keys(formContentSchema.shape)).toEqual(expect.arrayContaining([...contentNames]));
  });

  it('is no story: it changes nothing that anybody reviews', async () => {
    await post('working-copy', form({ id: 'story-2', stage: 'signed', reviews: [{ act: 'sign' }] }));
    expect((await read('author', '?story=story-2'))?.content).not.toHaveProperty('stage');
    expect((await cms.payload.count({ collection: 'stories' })).totalDocs).toBe(0);
  });
});

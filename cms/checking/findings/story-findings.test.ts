import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainPng } from '../../media/samples.ts';
import { contentHash } from '../../release/content.ts';
import { snapshotOf } from '../../release/publication-row.ts';
import { performReview } from '../../desk/perform.ts';
import { markdownToRichText } from '../../rich-text/from-markdown.ts';
import { draft, newsroom, release, type Desk } from '../../testing/story.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { releaseFindings, storyFindings } from './story-findings.ts';

let cms: TestCms;
let desk: Desk;
beforeAll(async () => {
  cms = await testCms();
  desk = await newsroom(cms.payload);
});
afterAll(() => cms.close());

const findings = async (more: object) => storyFindings(cms.payload, await draft(cms.payload, desk.author, more));

describe('a story as it would go out', () => {
  it('an ordinary one passes', async () => {
    expect(await findings({})).toEqual([]);
  });

  it('word lists, minors, sealed records and the presumption of innocence, each with its place', async () => {
    const found = await findings({
      title: '曝光一批老赖',
      body: markdownToRichText('第一段。\n\n示例实验中学学生李小明偷窃被抓。\n\n第三段。'),
    });
    expect(found.find(({ rule }) => rule === 'insult/word')).toMatchObject({
      level: 'block',
      at: '标题',
      final: false,
      judged: null,
    });
    expect(found.filter(({ rule }) => /^(?:minor|sealed)\//.test(rule)).length).toBeGreaterThan(0);
    expect(
      found
        .filter(({ rule }) => /^(?:minor|sealed)\//.test(rule))
        .every(({ at, final }) => at === '正文第2段' && !final),
    ).toBe(true);
  });

  it('a reprint needs its source, its address and the headline it had', async () => {
    const rules = async (more: object) => (await findings({ reprint: true, ...more })).map(({ rule }) => rule);
    expect(await rules({})).toEqual(['reprint/no-link', 'reprint/not-listed']);
    expect(
      await rules({
        source: '示例日报（示例）',
        sourceUrl: 'https://daily.example/1',
        originalTitle: '怎样查信用报告',
      }),
    ).toEqual(['reprint/changed-title']);
    expect(
      await rules({
        source: '《示例日报》',
        sourceUrl: 'https://daily.example/1',
        originalTitle: '怎样查自己的信用报告（示例）',
      }),
    ).toEqual([]);
  });

  it('what AI made says so', async () => {
    expect((await findings({ usedAi: true })).map(({ rule }) => rule)).toEqual(['ai-mark/missing']);
    expect(
      await findings({ usedAi: true, body: markdownToRichText('正文。\n\n本文由AI辅助生成，经人工核对。') }),
    ).toEqual([]);
  });

  it('whom its pictures show, wherever they stand, and by whom they were made', async () => {
    const data = await plainPng();
    const picture = async (more: object) =>
      (
        await cms.payload.create({
          collection: 'media',
          data: { alt: '柜台前的人', ...more } as never,
          file: { data, mimetype: 'image/png', name: 'a.png', size: data.length },
        })
      ).id;
    const body = (value: string) => ({
      root: {
        type: 'root',
        version: 1,
        children: [
          { type: 'paragraph', version: 1, children: [{ type: 'text', text: '正文。', version: 1, format: 0 }] },
          { type: 'upload', version: 1, relationTo: 'media', value },
        ],
      },
    });
    const said = async (more: object) =>
      (await findings(more)).map(({ at, final, rule }) => `${rule} ${at}${final ? ' final' : ''}`);
    const answer = { who: 'person', tone: 'neutral' };
    const [open, adult, signed, made, told] = [
      await picture({}),
      await picture({ shows: 'adult', portraitGround: 'self' }),
      await picture({ shows: 'adult', portraitGround: 'self', portraitPaper: '同意书示例1号' }),
      await picture({ shows: 'adult', portraitGround: 'law', portraitPaper: '示例', aigc: true }),
      await picture({ shows: 'adult', portraitGround: 'self', portraitPaper: '1', caption: '本图由AI生成' }),
    ];
    for (const kind of ['knowledge', 'activity']) {
      expect(await said({ kind, answer, cover: open })).toEqual(['portrait/unanswered 题图']);
      expect(await said({ kind, answer, body: body(adult) })).toEqual(['portrait/no-ground 正文第1图']);
      expect(await said({ kind, answer, cover: signed })).toEqual([]);
      expect(await said({ kind, answer, cover: made })).toEqual(['ai-mark/portrait 题图 final']);
      expect(await said({ kind, answer, body: body(told) })).toEqual(['ai-mark/portrait 正文第1图 final']);
      expect(await said({ kind, answer: { who: 'nobody', tone: 'neutral' }, cover: signed })).toEqual([
        'portrait/answer 题图',
      ]);
    }
    // Where the paper lies is the desk's business and goes out with nothing.
    const story = await draft(cms.payload, desk.author, { answer, cover: signed } as never);
    const id = await release(cms.payload, story.id, desk);
    expect(JSON.stringify(await cms.payload.findByID({ collection: 'releases', id, depth: 0 }))).not.toContain(
      '示例1号',
    );
    // A release from before the question is not asked.
    const row = await cms.payload.findByID({ collection: 'releases', id, depth: 0 });
    const { portrait: _, ...old } = snapshotOf(row).cover!;
    expect(
      await releaseFindings(cms.payload, { ...snapshotOf(row), cover: old }, story.id, { planned: false }),
    ).toEqual([]);
  });

  it('limits of the channels that it is planned on', async () => {
    const story = await draft(cms.payload, desk.author, { summary: '#诚信# 两步，每年两次免费。' });
    expect(await storyFindings(cms.payload, story)).toEqual([]);
    const campaign = await cms.payload.create({
      collection: 'campaigns',
      data: {
        slug: 'a',
        year: 2026,
        title: '活动',
        theme: '主题',
        standfirst: '一句话',
        occasion: 'credit-record-day',
        phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
      } as never,
    });
    await cms.payload.create({
      collection: 'posts',
      data: { slug: 'p', campaign: campaign.id, story: story.id, label: '当天', channels: ['weibo', 'press'] } as never,
    });
    expect(await storyFindings(cms.payload, story)).toMatchObject([
      { rule: 'channel/weibo', level: 'warn', at: expect.stringMatching(/·标题$/), final: false },
    ]);
  });

  it('boxes that nobody ticked do not change what reviewers saw', async () => {
    const story = await draft(cms.payload, desk.author);
    expect(contentHash({ ...story, reprint: null, usedAi: undefined })).toBe(
      contentHash({ ...story, reprint: false, usedAi: false }),
    );
    expect(contentHash({ ...story, usedAi: true })).not.toBe(contentHash({ ...story }));
  });
});

describe('at submit', () => {
  const submit = (storyId: string) =>
    performReview({ payload: cms.payload }, { storyId, act: 'submit', person: desk.author, note: '' });

  it('what blocks stops the story, with place and way out', async () => {
    const story = await draft(cms.payload, desk.author, { summary: '老赖名单来了。' });
    expect(await submit(story.id)).toMatchObject({
      ok: false,
      status: 422,
      message: expect.stringMatching(/^摘要“老赖名单来了.*”：.*请把“老赖”改为“失信被执行人”。$/),
    });
    await cms.payload.update({ collection: 'stories', id: story.id, data: { summary: '名单来了。' } });
    expect(await submit(story.id)).toMatchObject({ ok: true });
  });

  it('a warning asks for a reason first', async () => {
    const story = await draft(cms.payload, desk.author, {
      body: markdownToRichText('咨询电话 13908120001。') as never,
    });
    expect(await submit(story.id)).toMatchObject({
      ok: false,
      status: 422,
      message: expect.stringContaining('逐条写明理由'),
    });
  });
});

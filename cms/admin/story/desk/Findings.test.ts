import { createElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { json, openBrowser, type Answering, type Browser } from '../../testing/browser.ts';
import { hostile } from '../../testing/sentences.ts';
import { Findings } from './Findings.tsx';
import type { PlacedFinding } from './use-looked-at.ts';

let page: Browser | undefined;
afterEach(() =>
  page?.close().then(() => {
    page = undefined;
  }),
);
const finding = (more: object = {}): PlacedFinding =>
  ({
    at: '正文第1段',
    text: '老赖',
    mend: '请改成“失信被执行人”。',
    level: 'block',
    rule: 'wording/x',
    mark: 'm1',
    final: false,
    judged: null,
    place: { field: 'body' },
    ...more,
  }) as unknown as PlacedFinding;
const open = async (
  findings: PlacedFinding[],
  { answer, storyId = 's1' as string | null }: { answer?: Answering; storyId?: string | null } = {},
) => {
  const [judged, jumps]: [string[], unknown[]] = [[], []];
  page = await openBrowser(
    createElement(Findings, {
      findings,
      onJudged: () => void judged.push('again'),
      onJump: (place) => void jumps.push(place),
      storyId,
    }),
    answer,
  );
  return { page, judged, jumps };
};

describe('检查', () => {
  it('what bars comes before what reminds, each with its place and how to mend it, as words', async () => {
    const { page: shown, jumps } = await open([finding({ level: 'warn', mark: 'm2', text: hostile }), finding()]);
    expect(shown.texts('h4')).toEqual(['■ 阻止 1条不改不能送审、签发', '△ 提醒 1条请看一眼']);
    expect(shown.texts('li > span')).toEqual([
      '正文第1段 老赖',
      '请改成“失信被执行人”。',
      `正文第1段 ${hostile}`,
      '请改成“失信被执行人”。',
    ]);
    expect(shown.texts('script, img')).toEqual([]);
    await shown.press('跳到那里：正文第1段');
    expect(jumps).toEqual([{ field: 'body' }]);
  });

  it('nothing is wrong; what somebody has judged is told, with who said so, why, and how far it reaches', async () => {
    const judged = { by: '示例复审', reason: '引用原文的标题', scope: 'story' };
    expect((await open([])).page.text()).toBe('没有发现问题。');
    await page?.close();
    const { page: shown } = await open([
      finding({ judged }),
      finding({ mark: 'm2', judged: { ...judged, scope: 'everywhere' } }),
    ]);
    expect(shown.texts('p')).toEqual(['没有别的问题。']);
    expect(shown.texts('summary')).toEqual(['2条已有人认定不是问题']);
    expect(shown.texts('li > span:last-child')).toEqual([
      '示例复审：引用原文的标题',
      '示例复审（所有稿件）：引用原文的标题',
    ]);
  });

  it('is judged with a reason; what is final, of a channel, or of a story not yet saved is not', async () => {
    const { judged, page: shown } = await open([finding()], { answer: () => json(200, { message: '已记下。' }) });
    expect(shown.isDisabled('记下')).toBe(true);
    await shown.type('理由', ' 引用原文标题 ');
    await shown.press('记下');
    expect(shown.asked).toEqual([
      {
        method: 'POST',
        path: '/api/stories/s1/findings',
        body: { mark: 'm1', scope: 'story', reason: '引用原文标题' },
      },
    ]);
    expect(judged).toEqual(['again']);
    await shown.close();
    expect(
      (await open([finding({ final: true }), finding({ rule: 'channel/wechat', mark: 'm3' })])).page.texts('summary'),
    ).toEqual([]);
    await page?.close();
    expect((await open([finding()], { storyId: null })).page.texts('summary')).toEqual([]);
  });
});

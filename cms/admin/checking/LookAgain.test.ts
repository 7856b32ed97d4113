import { createElement, type ComponentProps } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { json, openBrowser, type Answering, type Browser } from '../testing/browser.ts';
import { InField, inConfig } from '../testing/form.ts';
import { hostile } from '../testing/sentences.ts';
import { LookAgain } from './LookAgain.tsx';
import { RunFindings } from './RunFindings.tsx';

let page: Browser;
afterEach(() => page.close());

describe('现在再查一次', () => {
  const open = async (answer?: Answering) => {
    page = await openBrowser(createElement(LookAgain), answer);
  };

  it('rests and says so while it is looked; then the page shows what was found', async () => {
    let answer: (response: Response) => void = () => undefined;
    await open(
      () =>
        new Promise((done) => {
          answer = done;
        }),
    );
    await page.press('现在再查一次');
    expect([page.isDisabled('正在查…'), page.went]).toEqual([true, []]);
    await page.meanwhile(() => answer(json(200, { message: '查好了。' })));
    expect([page.asked, page.went]).toEqual([
      [{ method: 'POST', path: '/api/check-runs/again', body: {} }],
      ['reload'],
    ]);
  });

  it.each<[string, Answering, string]>([
    ['somebody else is looking', () => json(409, { message: '正在查，请等几分钟。' }), '正在查，请等几分钟。'],
    ['not mine to do', () => json(403, { errors: [{ message: '您的职责不能做这件事。' }] }), '您的职责不能做这件事。'],
    ['no answer', () => Promise.reject(new TypeError('fetch failed')), '没有连上服务器：请检查网络后再试。'],
  ])('%s: said, and what stands there stays', async (_, answer, said) => {
    await open(answer);
    await page.press('现在再查一次');
    expect([page.texts('[role=alert]'), page.went, page.isDisabled('现在再查一次')]).toEqual([[said], [], false]);
  });
});

describe('what a run found', () => {
  const finding = (more: object = {}) => ({
    at: '正文第1段',
    level: 'block',
    mend: '请改。',
    rule: 'wording/x',
    text: '老赖',
    subject: { kind: 'story', storyId: 's1', title: '秤上的星（示例）' },
    ...more,
  });
  const open = async (value: unknown) => {
    const list = createElement(RunFindings, { path: 'findings' } as ComponentProps<typeof RunFindings>);
    page = await openBrowser(inConfig(createElement(InField, { path: 'findings', value, children: list })));
  };
  const lines = () => page.texts('li');

  it('each with how grave it is in words, where it is, and how to mend it; a story leads to its page', async () => {
    await open([finding(), finding({ level: 'warn', text: '', subject: { kind: 'column', title: '栏目“信用知识”' } })]);
    expect(page.texts('h3')).toEqual(['发现的问题：2处']);
    expect(lines()).toEqual([
      '■ 必须处理 《秤上的星（示例）》正文第1段：老赖请改。',
      '△ 提醒 栏目“信用知识”正文第1段请改。',
    ]);
    expect(page.find('li a').getAttribute('href')).toBe('/admin/collections/stories/s1');
    expect(page.texts('li a')).toHaveLength(1);
  });

  it('of a version that was held back there is no subject, and the finding is told all the same', async () => {
    await open([finding({ subject: undefined })]);
    expect(lines()).toEqual(['■ 必须处理 正文第1段：老赖请改。']);
  });

  it.each([null, undefined, '没有', {}])('%j: nothing was found, or nothing can be read', async (value) => {
    await open(value);
    expect([page.texts('h3'), page.texts('.cx-quiet')]).toEqual([['发现的问题：0处'], ['没有发现问题。']]);
  });

  it('titles and words are words', async () => {
    await open([finding({ text: hostile, subject: { kind: 'story', storyId: 's1', title: hostile } })]);
    expect([page.texts('script, img'), page.texts('li a')]).toEqual([[], [`《${hostile}》`]]);
  });
});

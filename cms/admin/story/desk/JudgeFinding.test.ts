import { createElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { roleNames } from '../../../access/roles.ts';
import { judgesEverywhere } from '../../../checking/memory/judges.ts';
import { disagreementRule } from '../../../question/disagreement-rule.ts';
import { json, openBrowser, type Answering, type Browser } from '../../testing/browser.ts';
import { knowing, signedInAs } from '../../testing/desk-shell.ts';
import { JudgeFinding } from './JudgeFinding.tsx';

let page: Browser;
afterEach(() => page.close());
let judged = 0;
const open = async (
  roles: readonly string[],
  { answer, rule = 'wording/x' }: { answer?: Answering; rule?: string } = {},
) => {
  judged = 0;
  const node = createElement(JudgeFinding, { mark: 'm1', rule, storyId: 's1', onJudged: () => void (judged += 1) });
  page = await openBrowser(signedInAs({ roles }, node), answer && knowing({ roles }, answer));
};
const typed = () => (page.find('input') as HTMLInputElement).value;

describe('这不是问题', () => {
  it.each(roleNames)('%s is asked for which stories it holds, only where their word reaches that far', async (role) => {
    await open([role]);
    expect(page.texts('select option')).toEqual(judgesEverywhere.includes(role) ? ['只这一篇', '所有稿件'] : []);
  });

  it('whom a text names is settled for this text alone, whoever says it', async () => {
    await open([...roleNames], { rule: disagreementRule });
    expect(page.texts('select')).toEqual([]);
  });

  it.each([
    ['', true],
    ['引用', true],
    ['   引用   ', true],
    ['引用原文', false],
    ['　引用原文的标题　', false],
  ])('a reason of %j: the button rests %j', async (reason, rests) => {
    await open(['author']);
    await page.type('理由', reason);
    expect(page.isDisabled('记下')).toBe(rests);
  });

  it('is kept for all stories when that was chosen', async () => {
    await open(['reviewer2'], { answer: () => json(200, { message: '已记下。' }) });
    await page.type('理由', '引用原文的标题');
    await page.type('适用范围', 'everywhere');
    await page.press('记下');
    expect(page.asked.at(-1)?.body).toEqual({ mark: 'm1', scope: 'everywhere', reason: '引用原文的标题' });
    expect(judged).toBe(1);
  });

  it.each<[string, Answering, string]>([
    ['not mine to say', () => json(403, { message: '要由保密审查人判定。' }), '要由保密审查人判定。'],
    [
      'no answer',
      () => Promise.reject(new TypeError('fetch failed')),
      '没有收到服务器的回答，不知道记下没有：请检查网络后再按一次。',
    ],
  ])('%s: said, the reason stays, nothing is looked at anew', async (_, answer, said) => {
    await open(['author'], { answer });
    await page.type('理由', '引用原文的标题');
    await page.press('记下');
    expect([page.texts('[role=alert]'), typed(), judged]).toEqual([[said], '引用原文的标题', 0]);
  });
});

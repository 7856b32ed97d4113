import { createElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { storeOf } from '../saved/store.ts';
import { json, openBrowser, type Answering, type Browser } from '../testing/browser.ts';
import { hostile } from '../testing/sentences.ts';
import { ProgrammePanel } from './ProgrammePanel.tsx';
import type { Sheet } from './use-programme.ts';

let page: Browser;
afterEach(() => page.close());
const sheet = (more: Partial<Sheet> = {}) => ({
  year: 2026,
  ended: false,
  warnings: [],
  tasks: [],
  lines: [],
  waitingForStory: 0,
  materials: { goal: null, count: null },
  summary: null,
  comparison: null,
  mayEdit: true,
  mayCopy: true,
  calendar: null,
  ...more,
});
const server =
  (more: Partial<Sheet> = {}, act: Answering = () => json(200, { message: '已带出。' })): Answering =>
  (asked) =>
    asked.method === 'POST' ? act(asked) : json(200, sheet(more));
const open = async (answer?: Answering) => {
  page = await openBrowser(createElement(ProgrammePanel, { campaignId: 'c1' }), answer);
};

it('an empty programme says what there is not yet; documents can be had', async () => {
  await open(server());
  expect(page.texts('p.cx-quiet')).toEqual(['还没有排出任务。', '还没有目标，也没有排期。']);
  expect(page.texts('a')).toEqual(['下载方案', '下载总结', '下载数据表']);
  expect(page.texts('button')).toEqual(['复制到明年', '带出常用分工']);
});

it('who may not edit or copy is not offered it', async () => {
  await open(server({ mayEdit: false, mayCopy: false }));
  expect(page.texts('button')).toEqual([]);
});

it('tasks, goals and what is missing, in words', async () => {
  const task = (standing: string, name: string) =>
    ({ name, unit: '示例局', due: '6月1日', standing, word: '逾期' }) as Sheet['tasks'][number];
  await open(
    server({
      tasks: [task('overdue', hostile), task('done', '海报'), task('late', '方案')],
      lines: [
        { name: '微博', goal: 4, planned: 1, out: 1, onTime: '100%' },
        { name: '微信', goal: null, planned: 2, out: 0, onTime: '—' },
      ],
      waitingForStory: 2,
      materials: { goal: 500, count: null },
      warnings: ['还没有确认。'],
    }),
  );
  expect(page.texts('script, img')).toEqual([]);
  expect(page.texts('h3')[0]).toBe('分工：3项，办结2项');
  expect(page.texts('.cx-red')).toEqual([`${hostile}示例局6月1日逾期`]);
  expect(page.texts('tbody tr')).toEqual(['微博41，差31100%', '微信—20—']);
  expect(page.text()).toContain(
    '2条排期还没有定稿，到时不会发出：请在“排期”里选好稿件。宣传材料目标500件，已发放0件。',
  );
});

it('last year stands beside this one once there is something to compare', async () => {
  await open(
    server({
      ended: true,
      summary: '发了三条。',
      comparison: { year: 2025, rows: [{ name: '推送', now: '3', before: '2', change: '＋1' }] as never },
    }),
  );
  expect(page.texts('thead th').slice(-4)).toEqual(['项目', '2026年', '2025年', '增减']);
  expect(page.texts('tbody tr')).toEqual(['推送32＋1']);
});

describe('what is done', () => {
  it('a copy for next year is told with the way to it', async () => {
    await open(server({}, () => json(200, { message: '已复制。', id: 'c2' })));
    await page.press('复制到明年');
    expect([page.texts('[role=status]'), page.find('[role=status] a').getAttribute('href')]).toEqual([
      ['已复制。 打开草稿'],
      '/admin/collections/campaigns/c2',
    ]);
  });

  it('tasks that were brought are shown by loading the form anew; a refusal leaves it', async () => {
    let status = 409;
    await open(server({}, () => json(status, { message: '已经有任务了。' })));
    await page.press('带出常用分工');
    expect([page.texts('[role=alert]'), page.went]).toEqual([['已经有任务了。'], []]);
    status = 200;
    await page.press('带出常用分工');
    expect(page.went).toEqual(['reload']);
  });

  it('an answer that was lost does not say that nothing has changed', async () => {
    await open(server({}, () => Promise.reject(new TypeError('fetch failed'))));
    await page.press('复制到明年');
    expect([page.texts('[role=alert]'), page.isDisabled('复制到明年')]).toEqual([
      ['没有收到服务器的回答：请刷新这一页，看看做成了没有。'],
      false,
    ]);
  });
});

it('what cannot be read is said, in the server’s words where it has any', async () => {
  await open();
  expect(page.texts('[role=alert]')).toEqual(['没有连上服务器，读不出方案与进展：请检查网络后刷新这一页。']);
  await page.close();
  await open(() => json(404, { errors: [{ message: '没有这个活动。' }] }));
  expect(page.texts('[role=alert]')).toEqual(['没有这个活动。']);
});

describe('a form that was saved meanwhile', () => {
  const standing = (at: 'changed' | 'saved') => page.meanwhile(() => storeOf('campaigns/c1').stand(at));

  it('is read anew; that it could not be read before is not said any more', async () => {
    let answer: Answering = () => Promise.reject(new TypeError('fetch failed'));
    await open((asked) => answer(asked));
    expect(page.texts('[role=alert]')).toHaveLength(1);
    await standing('changed');
    expect(page.text()).toContain('有改动还没有保存，下面是保存过的内容');
    answer = server({ summary: '发了三条。' });
    await standing('saved');
    expect([page.texts('[role=alert]'), page.text().includes('发了三条。')]).toEqual([[], true]);
  });

  it('nothing is copied or brought while it is not saved; a slow answer of before does not replace the newer one', async () => {
    const answers: (() => void)[] = [];
    await open(
      () =>
        new Promise((done) => {
          const summary = answers.length === 0 ? '旧的。' : '新的。';
          answers.push(() => done(json(200, sheet({ summary }))));
        }),
    );
    await standing('changed');
    await standing('saved');
    await page.meanwhile(() => answers[1]?.());
    await page.meanwhile(() => answers[0]?.());
    expect([page.text().includes('新的。'), page.text().includes('旧的。')]).toEqual([true, false]);
    await standing('changed');
    expect([page.isDisabled('复制到明年'), page.isDisabled('带出常用分工')]).toEqual([true, true]);
    await standing('saved');
  });

  it('what an act has said stands, whatever can be read afterwards', async () => {
    let isGone = false;
    const known = server({}, () => json(200, { message: '已复制。', id: 'c2' }));
    await open((asked) => (isGone ? Promise.reject(new TypeError('fetch failed')) : known(asked)));
    await page.press('复制到明年');
    isGone = true;
    await standing('changed');
    await standing('saved');
    expect([page.texts('[role=status]'), page.texts('[role=alert]')]).toEqual([['已复制。 打开草稿'], []]);
  });
});

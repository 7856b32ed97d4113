import { describe, expect, it, test } from 'vitest';
import type { DatedTask } from '../../../campaigns/programme/due.ts';
import type { Counts } from '../../../campaigns/programme/results.ts';
import { download, fileName } from '../download.ts';
import type { Programme } from '../programme.ts';
import { sheetOf } from '../sheet.ts';
import { comparisons, summary } from './report-tables.ts';
import { dayIn, doneWords, evidenceWords, misfireIn, shareWords, stopped, stretch, timeIn } from './wording.ts';

const counts = (more: Partial<Counts> = {}): Counts => ({
  planned: 4,
  out: 3,
  onTime: 2,
  withdrawn: 1,
  failed: 0,
  unknown: 0,
  skipped: 0,
  absent: 1,
  waiting: 0,
  ...more,
});
const line = (channel: string, out: number) => ({
  channel,
  name: `渠道${channel}`,
  goal: null,
  counts: counts({ out }),
});
const task = (more: Partial<DatedTask> = {}): DatedTask => ({
  name: '送审',
  unit: null,
  owner: null,
  offsetDays: -5,
  doneOn: null,
  doneBy: null,
  evidence: null,
  evidenceUrl: null,
  evidenceFile: null,
  due: '2026-11-27',
  standing: 'open',
  ...more,
});
const programme = (more: object = {}, campaign: object = {}) =>
  ({
    campaign: { title: '宪法日', year: 2026, leadUnit: null, materialGoal: null, materialCount: null, ...campaign },
    counts: counts(),
    lines: [line('a', 3)],
    tasks: [],
    schedule: [],
    warnings: [],
    corrections: 0,
    ended: true,
    today: '2026-12-20',
    lastYear: null,
    occasion: { title: '国家宪法日' },
    ...more,
  }) as unknown as Programme;

describe('days and times', () => {
  it('name the year only where it is another one', () => {
    expect([dayIn('2026-06-14', 2026), dayIn('2027-01-02', 2026)]).toEqual(['6月14日', '2027年1月2日']);
    expect(timeIn(new Date('2026-12-31T16:00:00Z'), 2026)).toBe('2027年1月1日 00:00');
    expect(timeIn(new Date('2026-12-31T15:59:00Z'), 2026)).toBe('12月31日 23:59');
    expect([
      stretch('2026-06-14', '2026-06-14'),
      stretch('2026-06-07', '2026-06-13'),
      stretch('2026-12-20', '2027-01-05'),
    ]).toEqual(['2026年6月14日', '2026年6月7日至6月13日', '2026年12月20日至2027年1月5日']);
  });
  test.each([
    ['late', 60, '1小时内补发'],
    ['late', 90, '90分钟内补发'],
    ['late', 0, '过点不补发'],
    ['late', 2_880, '48小时内补发'],
    ['skip', 5, '跳过并告知'],
    ['ask', 5, '问人'],
  ] as const)('%s, %i: %s', (policy, minutes, words) => expect(misfireIn(policy, minutes)).toBe(words));
  test.each([
    ['说到做到', '说到做到。'],
    ['做到了！', '做到了！'],
    ['他说“好。”', '他说“好。”'],
    ['（见附件。）', '（见附件。）'],
    ['还有…', '还有…'],
    // Typed with the keyboard still in English.
    ['准备好了吗?', '准备好了吗?'],
    ['（都要来!)', '（都要来!)'],
    ['见《办法》', '见《办法》。'],
  ])('%s ends as %s', (text, ended) => expect(stopped(text)).toBe(ended));
});

describe('tasks', () => {
  it('done, done late, by somebody; not done', () => {
    expect(doneWords(task({ doneOn: '2026-11-26', standing: 'done' }), 2026)).toBe('11月26日');
    expect(doneWords(task({ doneOn: '2027-01-02', doneBy: '示例甲', standing: 'late' }), 2026)).toBe(
      '2027年1月2日（逾期）\n示例甲',
    );
    expect([doneWords(task({ standing: 'overdue' }), 2026), doneWords(task({ standing: 'soon' }), 2026)]).toEqual([
      '逾期未办',
      '将到期',
    ]);
  });
  it('evidence in words, also of a picture that is gone, or none', () => {
    expect(
      evidenceWords(
        task({ evidence: '会议纪要', evidenceUrl: 'https://a.example', evidenceFile: 'm1' }),
        new Map([['m1', '会场']]),
      ),
    ).toBe('会议纪要\nhttps://a.example\n图：会场');
    expect([evidenceWords(task({ evidenceFile: 'm2' }), new Map()), evidenceWords(task(), new Map())]).toEqual([
      '图：已删除',
      '—',
    ]);
  });
});

describe('figures', () => {
  it('the share is of what is still out, and a dash where there is none', () => {
    expect(
      [
        counts(),
        counts({ out: 3, withdrawn: 0, onTime: 1 }),
        counts({ out: 1, withdrawn: 1, onTime: 0 }),
        counts({ out: 0, withdrawn: 0, onTime: 0 }),
      ].map(shareWords),
    ).toEqual(['100%', '33.3%', '—', '—']);
  });
  it('beside last year: more, less, as many; nothing without one', () => {
    const lastYear = {
      year: 2025,
      title: '',
      counts: counts({ planned: 6, out: 3, failed: 0 }),
      lines: [line('b', 2)],
      tasks: { done: 1, all: 2 },
      materialCount: 80,
    };
    const rows = comparisons(
      programme(
        { lastYear, counts: counts({ failed: 2 }), tasks: [task({ doneOn: '2026-11-27' }), task()] },
        { materialCount: 100 },
      ),
    );
    expect(Object.fromEntries(rows.map(({ change, name }) => [name, change]))).toMatchObject({
      '计划（条）': '少2',
      '发出（条）': '持平',
      '失败（条）': '多2',
      '办结任务（项）': '持平',
      '发放材料（件）': '多20',
      '渠道b发出（条）': '少2',
      '渠道a发出（条）': '多3',
    });
    expect(rows.map(({ name }) => name)).not.toContain('待发（条）');
    expect(comparisons(programme())).toEqual([]);
    expect(
      comparisons(programme({ lastYear: { ...lastYear, materialCount: null } }, { materialCount: 3 })).map(
        ({ name }) => name,
      ),
    ).not.toContain('发放材料（件）');
  });
  it('the paragraph tells what ended, what did not, and leaves out what was never counted', () => {
    expect(summary(programme())).toBe(
      '活动围绕国家宪法日开展，已经结束。计划推送4条，发出3条，其中按时2条，按时率100%，撤回1条，失败0条；更正稿件0次。',
    );
    expect(
      summary(
        programme(
          {
            ended: false,
            counts: counts({ out: 0, onTime: 0, withdrawn: 0, unknown: 2 }),
            tasks: [task({ doneOn: '2026-11-27' }), task()],
          },
          { materialCount: 90, materialGoal: 100 },
        ),
      ),
    ).toBe(
      '活动围绕国家宪法日开展，尚未结束，数字截至2026年12月20日。计划推送4条，发出0条，撤回0条，失败0条，结果未知2条；更正稿件0次。分工任务2项，办结1项。发放宣传材料90件，目标100件。',
    );
    expect(summary(programme({ occasion: null }))).not.toContain('围绕');
  });
  it('the page shows summary and comparison only once it has ended, and who is in charge', () => {
    const lastYear = {
      year: 2025,
      title: '',
      counts: counts(),
      lines: [],
      tasks: { done: 0, all: 0 },
      materialCount: null,
    };
    expect(sheetOf(programme({ ended: false, lastYear }))).toMatchObject({ summary: null, comparison: null });
    const sheet = sheetOf(
      programme({
        lastYear,
        tasks: [task(), task({ unit: '甲局', doneOn: '2026-11-30', doneBy: '示例', standing: 'late' })],
        schedule: [{ title: null }, { title: '题' }],
      }),
    );
    expect(sheet).toMatchObject({ waitingForStory: 1, comparison: { year: 2025 } });
    expect(sheet.tasks.map(({ unit, word }) => [unit, word])).toEqual([
      ['责任单位待定', '未到期'],
      ['甲局', '11月30日（逾期） 示例'],
    ]);
  });
});

describe('the file', () => {
  it('has a name that file systems take, and old programs too', () => {
    expect(fileName(programme({}, { title: '“3/15”:*?<>|\\\u0007日' }), 'plan', 'docx')).toBe(
      '2026年“315”日宣传活动方案.docx',
    );
    const { headers } = download(new Uint8Array([1]), "2026年(宪法)'日'*.xlsx", 'x/y');
    expect(headers.get('Content-Disposition')).toBe(
      `attachment; filename="campaign.xlsx"; filename*=UTF-8''${encodeURIComponent("2026年(宪法)'日'*.xlsx").replaceAll('(', '%28').replaceAll(')', '%29').replaceAll("'", '%27').replaceAll('*', '%2A')}`,
    );
    expect([headers.get('Cache-Control'), headers.get('X-Content-Type-Options')]).toEqual([
      'private, no-store',
      'nosniff',
    ]);
  });
});

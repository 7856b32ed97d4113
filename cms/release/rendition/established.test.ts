import { readFile, readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { nobodyRecognised } from './established.ts';

const snapshot = (text: string, more: object = {}) =>
  ({
    kind: 'case',
    title: '一份改过的报告',
    summary: '改了数字。',
    text,
    caseSteps: null,
    cover: null,
    images: [],
    corrections: [],
    ...more,
  }) as unknown as Parameters<typeof nobodyRecognised>[0];

it.each([
  '张建国欠工资不还，被列入名单。',
  '当事人李小红借了钱，一直没有还。',
  '被执行人欧阳明拒不履行。',
  '广元市好运来商贸有限公司改了标签。',
  '本案由示例商贸有限公司引起。',
  '联系电话13800138000。',
  '張建國欠工資不還，被列入名單。',
  '被執行人歐陽明拒不履行。',
  '廣元市好運來商貿有限公司改了標籤。',
  '店主王志强把产地改了。王志强后来赔了钱。',
])('is not established where somebody is named: %s', (text) => expect(nobodyRecognised(snapshot(text))).toBe(false));

it.each([
  '某商贸有限公司改了标签。',
  '某店主把外地的茶当本地的卖，顾客说喝得出来。',
  '有钱装修，没钱还账。',
  '车多少，房多少，都写清楚。',
])('is established where nobody is: %s', (text) => expect(nobodyRecognised(snapshot(text))).toBe(true));

it('looks at everything that readers get, and at cases alone', () => {
  const name = '当事人李小红借了钱。';
  const steps = { what: '', rule: { law: '', article: '', text: '', url: null }, costs: [], mend: [] };
  for (const more of [
    { title: name },
    { summary: name },
    { caseSteps: { ...steps, what: name } },
    { caseSteps: { ...steps, costs: [{ figure: '1', label: name }] } },
    { caseSteps: { ...steps, mend: [{ date: '2026-01-01', text: name }] } },
    { corrections: [{ date: '2026-01-01', was: '一', now: name, note: '' }] },
    { cover: { alt: name, caption: null } },
    { images: [{ alt: '一', caption: name }] },
    { kind: 'activity' },
    { disclosure: { until: '2026-07-01' } },
  ])
    expect([more, nobodyRecognised(snapshot('某店改了标签。', more))]).toEqual([more, false]);
});

it("the starter's cases are anonymous", async () => {
  const folder = 'content/stories/case';
  for (const file of await readdir(folder)) {
    const [, head = '', body = ''] = (await readFile(`${folder}/${file}`, 'utf8')).split(/^---$/m);
    const { caseSteps, summary, title } = parse(head) as Record<string, unknown>;
    expect([file, nobodyRecognised(snapshot(body, { title, summary, caseSteps }))]).toEqual([file, true]);
  }
});

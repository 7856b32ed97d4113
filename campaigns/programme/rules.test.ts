import { expect, test } from 'vitest';
import { parseYaml } from '../calendar/read-yaml.ts';
import { loadProgrammeRules } from './load-rules.ts';
import { rulesSchema } from './rules-schema.ts';

const written = (change: string) =>
  `source: 示例\nedition: 示例\nconfidence: 0.5\nproposals: { from: { month: 10, day: 1 } }\ntasks:\n  day: [{ name: 报批, offsetDays: -30 }]\n  span: [{ name: 报批, offsetDays: -30 }]\n  quiet: ${change}\n`;

test('the committed rules can be read: approval comes before anything else', async () => {
  const { tasks } = await loadProgrammeRules(process.cwd());
  for (const list of Object.values(tasks)) {
    expect(list.map(({ offsetDays }) => offsetDays)).toEqual(
      list.map(({ offsetDays }) => offsetDays).sort((a, b) => a - b),
    );
    expect(list[0]?.name).toContain('报批');
  }
});

test.each([
  ['[]', '字段“tasks.quiet”有误：每类至少要有一项任务。'],
  ['[{ name: 送审, offsetDays: 提前 }]', '字段“tasks.quiet.0.offsetDays”有误：offsetDays 要写成整数，提前写负数。'],
  ['[{ name: 送审, offsetDays: -7, unit: 示例局 }]', '多了不认识的字段“unit”'],
])('%s is refused with what to mend', (change, sentence) => {
  expect(() => parseYaml(written(change), 'content/programme.yaml', rulesSchema)).toThrow(sentence);
});

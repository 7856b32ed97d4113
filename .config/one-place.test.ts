import { existsSync } from 'node:fs';
import { ESLint } from 'eslint';
import { expect, it } from 'vitest';
import { clockFiles, environmentFiles } from './one-place.mjs';

const lint = new ESLint({ overrideConfigFile: '.config/eslint.config.mjs' });
const rulesOf = async (code: string, filePath: string) =>
  (await lint.lintText(code, { filePath }))
    .flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))
    .filter((rule) => rule?.startsWith('house/'));

it.each([
  'export const now = new Date();',
  'export const now = Date.now();',
  'export const now = () => Date.now;',
  'export const now = Date();',
])('the time is not asked for: %s', async (code) => {
  for (const file of [
    'cms/review/due.ts',
    'campaigns/planner/plan.ts',
    'site/feeds/newest.ts',
    'scripts/tick/minute.ts',
    'scripts/compose/dispatch.ts',
  ])
    expect(await rulesOf(code, file), file).toEqual(['house/clock']);
  for (const file of [...Object.keys(clockFiles), 'cms/review/due.test.ts', 'scripts/bench/tick.ts'])
    expect(await rulesOf(code, file), file).toEqual([]);
});

it('an instant of a text, and a length, are no question for the time', async () => {
  expect(
    await rulesOf("export const at = [new Date('2026-01-01'), new Date(5), performance.now()];", 'cms/review/due.ts'),
  ).toEqual([]);
});

it('the environment is read in its places alone', async () => {
  const code = 'export const dir = process.env.DATA_DIR;';
  for (const file of [
    'cms/review/due.ts',
    'campaigns/planner/plan.ts',
    'site/feeds/newest.ts',
    'scripts/verbs/check.ts',
    'scripts/settings/settings.ts',
    'scripts/faults/killed.ts',
  ])
    expect(await rulesOf(code, file), file).toEqual(['house/environment']);
  for (const file of ['cms/env.ts', 'scripts/settings/environment.ts', 'cms/env.test.ts'])
    expect(await rulesOf(code, file), file).toEqual([]);
});

it('names no file that is not there', () => {
  for (const file of [...Object.keys(clockFiles), ...Object.keys(environmentFiles)])
    expect(existsSync(file.replace('/**', '')), file).toBe(true);
});

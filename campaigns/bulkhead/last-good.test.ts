import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadOccasions } from '../calendar/load-occasions.ts';
import { loadWorkdays } from '../calendar/load-workdays.ts';
import { loadProgrammeRules } from '../programme/load-rules.ts';
import { brokenContent } from './last-good.ts';
import { gather } from './stuck.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'chengxin-content-'));
  await cp('content', join(root, 'content'), { recursive: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

const loads = { 'content/occasions/qingming.yaml': loadOccasions, 'content/workdays/2026.yaml': loadWorkdays, 'content/programme.yaml': loadProgrammeRules };

it.each(Object.entries(loads))('half-saved %s: the last good one goes on, it is told, and mended it counts at once', async (file, load) => {
  const path = join(root, file);
  const whole = await readFile(path, 'utf8');
  const before = await load(root);
  await writeFile(path, whole.slice(0, Math.floor(whole.length / 3)) + '\n  - {');
  expect(await load(root)).toBe(before);
  const { stuck } = await gather(brokenContent);
  expect(stuck.map(({ error }) => error).join()).toMatch(/YAML|有误/);
  expect(stuck[0]?.error).toContain('先用上一份好的');
  await writeFile(path, whole);
  expect((await gather(brokenContent)).stuck).toEqual([]);
  expect(await load(root)).not.toBe(before);
});

it('one that was never good is said at once', async () => {
  await expect(loadOccasions(join(root, 'nowhere'))).rejects.toThrow();
});

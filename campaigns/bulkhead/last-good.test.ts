import { cp, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadOccasions } from '../calendar/load-occasions.ts';
import { loadWorkdays } from '../calendar/load-workdays.ts';
import { systemClock } from '../ports/clock.ts';
import { loadProgrammeRules } from '../programme/load-rules.ts';
import { grainMs } from './file-marks.ts';
import { brokenContent, lastGood } from './last-good.ts';
import { gather } from './stuck.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'chengxin-content-'));
  await cp('content', join(root, 'content'), { recursive: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

const loads = {
  'content/occasions/qingming.yaml': loadOccasions,
  'content/workdays/2026.yaml': loadWorkdays,
  'content/programme.yaml': loadProgrammeRules,
};

it.each(Object.entries(loads))(
  'half-saved %s: the last good one goes on, it is told, and mended it counts at once',
  async (file, load) => {
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
  },
);

it('files that nobody has touched are read once, and again as soon as somebody has', async () => {
  const file = join(root, 'content/counted.yaml');
  let read = 0;
  const load = () =>
    lastGood('content/counted.yaml', root, async () => {
      read += 1;
      return readFile(file, 'utf8');
    });
  await writeFile(file, 'a: 1');
  // As if it had been written some time ago: until then it is read each time, for it may be written again unseen.
  await load();
  await load();
  expect(read).toBe(2);
  const yesterday = new Date(Date.now() - 86_400_000);
  await utimes(file, yesterday, yesterday);
  const isOld = async () => systemClock.now().getTime() - (await stat(file)).ctimeMs > 2 * grainMs;
  while (!(await isOld())) await readFile(file);
  const before = await load();
  const known = read;
  for (let n = 0; n < 5; n += 1) expect(await load()).toBe(before);
  expect(read).toBe(known);
  await writeFile(file, 'a: 2');
  expect(await load()).toBe('a: 2');
});

it('one that was never good is said at once', async () => {
  await expect(loadOccasions(join(root, 'nowhere'))).rejects.toThrow();
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { covered } from './testing/covered.ts';
import { loops } from './testing/loops.ts';

const folder = 'scripts/tick/steps';
const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
const namesIn = (file: string): string[] =>
  [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/\bname: '([a-z-]+)'/g)].map(([, name = '']) => name);
const steps = files.flatMap(namesIn);

it('every step of the minute meets something broken in a test, or it is said why not', () => {
  for (const file of files) expect(namesIn(file), file).toHaveLength(1);
  expect(Object.keys(covered).sort()).toEqual([...steps].sort());
  const poisoned = readFileSync('scripts/tick/poison.test.ts', 'utf8');
  for (const [step, how] of Object.entries(covered)) {
    if ('loops' in how) expect(loops.filter(([name]) => name.startsWith(how.loops)).length, step).toBeGreaterThan(0);
    else if ('poison' in how) expect(poisoned, step).toContain(how.poison);
    else
      for (const [, file = ''] of how.without.matchAll(/`([^`]+)`/g))
        expect(
          [file, `scripts/tick/${file}`].some((path) => existsSync(path)),
          file,
        ).toBe(true);
  }
});

it('what must go stands before what reads files, asks other servers, or may come', () => {
  const order = [
    ...readFileSync('scripts/compose/dispatch.ts', 'utf8')
      .split('const settling')[1]!
      .matchAll(/\b(\w+)Step\(/g),
  ].map(([, name]) => name);
  expect(order.slice(0, 5)).toEqual(['register', 'endPeriods', 'endClosed', 'publish', 'recalls']);
  expect(order.indexOf('releaseBatches')).toBeLessThan(order.indexOf('plan'));
  expect(order.at(-1)).toBe('send');
});

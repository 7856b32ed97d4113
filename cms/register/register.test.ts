import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Entry } from './entry.ts';
import { createRegister } from './register.ts';

let root: string;
let said: string[];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'chengxin-register-'));
  said = [];
});
afterEach(() => rm(root, { recursive: true, force: true }));

const open = (...names: string[]) =>
  createRegister({ folders: names.map((name) => join(root, name)), complain: (message) => said.push(message) });
const gone = (key: string, at = '2026-03-14T01:00:00.000Z', facts: Entry['facts'] = { story: 's' }): Entry => ({
  kind: 'withdrawal',
  key,
  at,
  facts,
});
const text = (name: string) => readFile(join(root, name, 'entries.jsonl'), 'utf8');

it('remembers across processes, which see each other at once; the same twice is one line', async () => {
  const [one, two] = [open('a'), open('a')];
  one.add(gone('r1'));
  expect(two.last('withdrawal', 'r1')).toEqual(gone('r1'));
  two.add(gone('r1'));
  two.add(gone('r2'));
  one.add(gone('r2'));
  expect((await text('a')).trim().split('\n')).toHaveLength(2);
  expect(
    open('a')
      .all('withdrawal')
      .map(({ key }) => key),
  ).toEqual(['r1', 'r2']);
  expect([...one.troubles(), ...said]).toEqual([]);
});

it('the later word counts, and an earlier one does not come back', () => {
  const register = open('a');
  register.add({ kind: 'nomination', key: 'n', at: '2026-03-14T01:00:00.000Z', facts: { state: 'offline' } });
  register.add({ kind: 'nomination', key: 'n', at: '2026-03-15T01:00:00.000Z', facts: { state: 'open' } });
  register.add({ kind: 'nomination', key: 'n', at: '2026-03-14T09:00:00.000Z', facts: { state: 'offline' } });
  expect(open('a').last('nomination', 'n')?.facts).toEqual({ state: 'open' });
});

it('two folders hold the same, whichever was lost, and a new installation takes over what the second holds', async () => {
  open('a', 'b').add(gone('r1'));
  await rm(join(root, 'a'), { recursive: true });
  expect(open('a', 'b').last('withdrawal', 'r1')).not.toBeNull();
  expect(await text('a')).toBe(await text('b'));
  await rm(join(root, 'b'), { recursive: true });
  open('a', 'b').add(gone('r2'));
  expect(open('b').all('withdrawal')).toHaveLength(2);
});

it('a line cut short or edited is left aside and told, the others hold; a line taken out is told', async () => {
  const one = open('a');
  for (const name of ['r1', 'r2', 'r3']) one.add(gone(name));
  await appendFile(join(root, 'a/entries.jsonl'), '{"kind":"withdrawal","key":"r4"');
  const two = open('a');
  two.add(gone('r5'));
  const three = open('a');
  expect(three.all('withdrawal').map(({ key }) => key)).toEqual(['r1', 'r2', 'r3', 'r5']);
  expect(three.troubles()).toEqual([expect.stringContaining('1行看不懂')]);
  const lines = (await text('a')).split('\n');
  await writeFile(join(root, 'a/entries.jsonl'), lines.filter((line) => !line.includes('"r2"')).join('\n'));
  expect(open('a').troubles()).toContainEqual(expect.stringContaining('有人删过行'));
});

it('a folder that cannot be written stops nobody, and is told once', async () => {
  await writeFile(join(root, 'file'), '');
  const register = open('a', 'file/x');
  register.add(gone('r1'));
  register.add(gone('r2'));
  expect(open('a').all('withdrawal')).toHaveLength(2);
  expect(said.length).toBeGreaterThan(0);
  expect(new Set(said).size).toBe(said.length);
  expect(existsSync(join(root, 'file/x'))).toBe(false);
});

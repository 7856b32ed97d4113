import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readYaml } from './read-yaml.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'yaml-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

it('a file is what it says now, and nobody sees what another did to his copy', async () => {
  await writeFile(join(root, 'a.yaml'), 'words: [一]');
  const mine = (await readYaml(root, 'a.yaml')) as { words: string[] };
  mine.words.push('二');
  expect(await readYaml(root, 'a.yaml')).toEqual({ words: ['一'] });
  await writeFile(join(root, 'a.yaml'), 'words: [三]');
  expect(await readYaml(root, 'a.yaml')).toEqual({ words: ['三'] });
});

it('a broken file is refused each time, with its line, until it is mended', async () => {
  await writeFile(join(root, 'b.yaml'), 'a: 1\nb: [');
  for (let i = 0; i < 2; i += 1) await expect(readYaml(root, 'b.yaml')).rejects.toThrow(/第\d行/);
  await writeFile(join(root, 'b.yaml'), 'a: 1');
  expect(await readYaml(root, 'b.yaml')).toEqual({ a: 1 });
  await rm(join(root, 'b.yaml'));
  await expect(readYaml(root, 'b.yaml')).rejects.toThrow('没有这个文件');
});

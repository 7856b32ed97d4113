import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';

it('changes with what a build is made of, and with nothing else', async () => {
  const root = await mkdtemp(join(tmpdir(), 'fingerprint'));
  const dir = join(root, 'room');
  await mkdir(join(dir, 'inner'), { recursive: true });
  await writeFile(join(dir, 'inner', 'a.ts'), '1');
  const print = () => fingerprint([dir]);
  const before = await print();
  for (const name of ['a.test.ts', 'tsconfig.tsbuildinfo', 'next-env.d.ts']) await writeFile(join(dir, name), 'x');
  expect(await print()).toBe(before);
  await writeFile(join(dir, 'inner', 'a.ts'), '2');
  const edited = await print();
  expect(edited).not.toBe(before);
  await writeFile(join(dir, 'b.css'), '');
  expect(await print()).not.toBe(edited);
  await rm(root, { recursive: true });
});

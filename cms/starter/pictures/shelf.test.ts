import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openShelf } from './shelf.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelf-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = Buffer.from('一幅画');
const old = new Date(Date.now() - 7_200_000);

it('gives back what was put there, and nothing for what was not', async () => {
  const shelf = openShelf(join(folder, 'made', 'later'), 1000);
  expect(await shelf.get('a')).toBeNull();
  await shelf.put('a', bytes);
  expect(await shelf.get('a')).toEqual(bytes);
  expect(await shelf.get('b')).toBeNull();
});

it('what was damaged or cut off is not there, and can be put again', async () => {
  const shelf = openShelf(folder, 1000);
  await shelf.put('a', bytes);
  const whole = await readFile(join(folder, 'a'));
  const turned = Buffer.from(whole);
  turned[turned.length - 1]! ^= 1;
  for (const broken of [
    turned,
    whole.subarray(0, -1),
    whole.subarray(0, 20),
    Buffer.alloc(0),
    Buffer.alloc(whole.length),
  ]) {
    await writeFile(join(folder, 'a'), broken);
    expect(await shelf.get('a')).toBeNull();
  }
  await shelf.put('a', bytes);
  expect(await shelf.get('a')).toEqual(bytes);
});

it('many may put the same at once: it is whole whenever it is there, and nothing else is left', async () => {
  const big = Buffer.alloc(300_000, 'x');
  const shelves = Array.from({ length: 8 }, () => openShelf(folder, 1_000_000));
  await Promise.all(
    shelves.map(async (shelf) => {
      await shelf.put('a', big);
      expect(await shelf.get('a')).toEqual(big);
    }),
  );
  expect(await readdir(folder)).toEqual(['a']);
});

it('what has not been asked for longest makes room, and so does half a file of somebody who was killed', async () => {
  const shelf = openShelf(folder, 250);
  for (const [n, key] of ['a', 'b'].entries()) {
    await shelf.put(key, Buffer.alloc(60, key));
    await utimes(join(folder, key), old, new Date(old.getTime() + n * 1000));
  }
  await writeFile(join(folder, 'a-1.part'), 'half');
  await utimes(join(folder, 'a-1.part'), old, old);
  await writeFile(join(folder, 'c-2.part'), 'being written');
  await shelf.get('a');
  await shelf.put('c', Buffer.alloc(60, 'c'));
  expect((await readdir(folder)).sort()).toEqual(['a', 'c', 'c-2.part']);
});

it('where nothing can be written nothing is kept, and nobody is stopped by it', async () => {
  await writeFile(join(folder, 'file'), '');
  const shelf = openShelf(join(folder, 'file'), 1000);
  await shelf.put('a', bytes);
  expect(await shelf.get('a')).toBeNull();
});

import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepareApart } from '../../media/apart.ts';
import { plainPng } from '../../media/samples.ts';
import { makersOfPictures } from './makers.ts';
import { readStarterPictures } from './read-starter.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'starter-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('a picture made ready once comes back the same, byte for byte', async () => {
  const kept = join(folder, 'kept');
  const read = await readStarterPictures(kept);
  const png = await plainPng();
  const first = await prepareApart(png, read);
  expect(await readdir(kept)).toHaveLength(1);
  expect(await prepareApart(png, read)).toEqual(first);
  expect(await prepareApart(png)).toEqual(first);
  expect(await readdir(kept)).toHaveLength(1);
});

it('any change of the media room is another maker; a change of its tests is none', async () => {
  const root = join(folder, 'checkout');
  await mkdir(join(root, 'cms'), { recursive: true });
  await cp('cms/media', join(root, 'cms/media'), { recursive: true });
  const before = await makersOfPictures(root);
  expect(before).toBe(await makersOfPictures(process.cwd()));
  await writeFile(join(root, 'cms/media/crop.test.ts'), '');
  expect(await makersOfPictures(root)).toBe(before);
  await writeFile(join(root, 'cms/media/containers/new.ts'), '');
  expect(await makersOfPictures(root)).not.toBe(before);
});

import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { DomUtils, parseDocument } from 'htmlparser2';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { createRandom } from '../../campaigns/calendar/testing/random.ts';
import type { Snapshot } from '../story/snapshot.ts';
import { materialPackage } from './material-package.ts';
import { randomSnapshot } from './testing/random-snapshot.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const manifestShape = z.object({
  title: z.string(),
  version: z.number(),
  hash: z.string(),
  files: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })),
});
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
/** Lessons by chance, with their pictures in the folder. */
async function lessons(
  count: number,
): Promise<{ seed: number; snapshot: Snapshot; words: string[]; told: string[] }[]> {
  const made = Array.from({ length: 400 }, (_, i) => ({ seed: i + 1, ...randomSnapshot(createRandom(i + 1)) }))
    .filter(({ snapshot }) => snapshot.lesson)
    .slice(0, count);
  for (const { snapshot } of made)
    for (const { fileName } of snapshot.images) await writeFile(join(folder, fileName), `picture ${fileName}`);
  return made;
}
const release = (snapshot: Snapshot) => ({
  hash: 'f'.repeat(64),
  version: 3,
  snapshot,
  corrections: snapshot.corrections,
});

it('a package holds what its catalogue says: each file with its length and sum, and nothing else', async () => {
  for (const { seed, snapshot } of await lessons(25)) {
    const { bytes, files, sha256: sum, zip } = await materialPackage(release(snapshot), folder);
    const held = unzipSync(zip);
    expect({ seed, bytes, sum }).toEqual({ seed, bytes: zip.length, sum: sha256(zip) });
    expect(Object.keys(held)).toEqual([...files.map(({ name }) => name), 'manifest.json']);
    for (const { bytes: length, name, sha256: own } of files)
      expect([name, held[name]?.length, sha256(held[name] ?? new Uint8Array())]).toEqual([name, length, own]);
    expect(manifestShape.parse(JSON.parse(strFromU8(held['manifest.json'] ?? new Uint8Array())))).toMatchObject({
      title: snapshot.title,
      version: 3,
      files,
    });
  }
});

it('the lesson is whole in both its forms, its pictures are in the package, and what somebody typed is no HTML', async () => {
  for (const { seed, snapshot, told, words } of await lessons(25)) {
    const held = unzipSync((await materialPackage(release(snapshot), folder)).zip);
    const page = parseDocument(strFromU8(held['lesson.html'] ?? new Uint8Array()));
    const flat = (text: string) => text.replace(/[\s｜]/g, '');
    const shown = {
      html: flat(DomUtils.textContent(page)),
      text: flat(strFromU8(held['lesson.txt'] ?? new Uint8Array())),
    };
    const all = [
      ...words,
      ...told.filter((word) => [snapshot.title, snapshot.summary, snapshot.author, snapshot.source].includes(word)),
    ];
    expect({
      seed,
      html: all.filter((word) => !shown.html.includes(flat(word))),
      text: all.filter((word) => !shown.text.includes(flat(word))),
    }).toEqual({ seed, html: [], text: [] });
    const elements = DomUtils.getElementsByTagName('*', page, true);
    expect(elements.filter(({ name }) => name === 'script')).toEqual([]);
    for (const { attribs } of elements.filter(({ name }) => name === 'img'))
      expect(Object.keys(held)).toContain(attribs.src);
    expect(strFromU8(held['LICENSE.txt'] ?? new Uint8Array())).toContain(snapshot.lesson?.licence);
  }
});

it('is the same bytes for the same release, other ones with a correction more, and none at all without a picture of it', async () => {
  const [sample] = (await lessons(60)).filter(({ snapshot }) => snapshot.images.length > 0);
  if (!sample) throw new Error('no lesson with a picture');
  const one = await materialPackage(release(sample.snapshot), folder);
  expect((await materialPackage(release(structuredClone(sample.snapshot)), folder)).sha256).toBe(one.sha256);
  // ZIP's own first day, whatever the hour: 1 January 1980, midnight.
  expect([...one.zip.slice(10, 14)]).toEqual([0, 0, 0x21, 0]);
  const corrected = {
    ...release(sample.snapshot),
    corrections: [{ date: '2026-06-14', was: '甲', now: '乙', note: '' }],
  };
  expect((await materialPackage(corrected, folder)).sha256).not.toBe(one.sha256);
  const [picture] = sample.snapshot.images;
  await rm(join(folder, picture?.fileName ?? ''));
  await expect(materialPackage(release(sample.snapshot), folder)).rejects.toThrow('ENOENT');
});

it('takes no file from outside its folder, whatever a release calls it', async () => {
  const [sample] = await lessons(1);
  if (!sample) throw new Error('no lesson');
  await writeFile(join(folder, 'passwd'), 'a picture');
  const odd = {
    id: 'x',
    alt: '',
    caption: null,
    fileName: '../../../../etc/passwd',
    mime: 'image/png',
    width: 1,
    height: 1,
    credit: null,
    aigc: false,
    renditions: [],
  };
  const { files, zip } = await materialPackage(release({ ...sample.snapshot, images: [odd] }), folder);
  expect(files.at(-1)?.name).toBe('images/passwd');
  expect(strFromU8(unzipSync(zip)['images/passwd'] ?? new Uint8Array())).toBe('a picture');
});

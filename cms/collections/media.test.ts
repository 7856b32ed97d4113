import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../access/person.ts';
import { jpegWithPlace, markJson, plainPng, pngWithChunk } from '../media/samples.ts';
import { asUser, person } from '../testing/people.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';

let test: TestCms;
let cms: Payload;
let dir: string;
let author: Person;
const file = (data: Buffer, name = '照片.jpg', mimetype = 'image/jpeg') => ({
  data,
  name,
  mimetype,
  size: data.length,
});

beforeAll(async () => {
  test = await testCms();
  cms = test.payload;
  dir = test.dataDir;
  author = await person(cms, 'author');
});
afterAll(() => test.close());

const add = (data: Buffer, more: Record<string, unknown> = {}) =>
  cms.create({
    collection: 'media',
    data: { alt: '一杆老秤', ...more } as never,
    file: file(data),
    user: asUser(author),
    overrideAccess: false,
  });

describe('media', () => {
  it('stores a cleaned original and every size under the picture’s own id', async () => {
    const doc = await add(await jpegWithPlace(1600, 1000, 6));
    const names = await readdir(join(dir, 'media'));
    expect(doc.filename).toBe(`${doc.id}-original.jpg`);
    expect([doc.width, doc.height, doc.aigc]).toEqual([1000, 1600, false]);
    for (const size of [
      'original.jpg',
      'inline.jpg',
      'card-640.webp',
      'portrait.webp',
      'wechat-cover.jpg',
      'wechat-square.jpg',
    ]) {
      expect(names).toContain(`${doc.id}-${size}`);
    }
    const stored = await readFile(join(dir, 'media', `${doc.id}-original.jpg`));
    expect(stored.includes('SamplePhone')).toBe(false);
    expect(doc.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('does not let a caller choose the id, the fingerprint or the sizes', async () => {
    const doc = await add(await plainPng(), { id: '../../evil', sha256: 'x', renditions: [] });
    expect(doc.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(doc.sha256).not.toBe('x');
    expect(doc.renditions).toHaveLength(7);
  });

  it('ticks the AI box when the file says so, and keeps it ticked', async () => {
    const doc = await add(await pngWithChunk('iTXt', Buffer.from(`AIGC\0\0\0\0\0${markJson}`)));
    expect([doc.aigc, doc.aigcMark]).toEqual([true, markJson]);
    const after = await cms.update({ collection: 'media', id: doc.id, data: { aigc: false } });
    expect(after.aigc).toBe(true);
  });

  it.each([
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'SVG'],
    [Buffer.from('<html></html>'), '网页'],
  ])('refuses a disguised file with a sentence and leaves nothing behind', async (bytes, word) => {
    const before = (await readdir(join(dir, 'media'))).length;
    await expect(
      cms.create({ collection: 'media', data: { alt: '一杆老秤' } as never, file: file(bytes, 'x.png', 'image/png') }),
    ).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining(word),
    });
    expect(await readdir(join(dir, 'media'))).toHaveLength(before);
  });

  it('wants a description, not a file name', async () => {
    await expect(add(await plainPng(), { alt: 'IMG_0001.JPG' })).rejects.toThrow('替代文字');
  });

  it('does not change a picture under its id', async () => {
    const doc = await add(await plainPng());
    await expect(
      cms.update({ collection: 'media', id: doc.id, data: {}, file: file(await plainPng(900, 600)) }),
    ).rejects.toThrow('另传一张');
  });

  it('crops again when the focal point moves', async () => {
    const doc = await add(await jpegWithPlace(2000, 1000));
    const square = join(dir, 'media', `${doc.id}-wechat-square.jpg`);
    const before = await readFile(square);
    await cms.update({ collection: 'media', id: doc.id, data: { focalX: 3, focalY: 80 } });
    expect((await readFile(square)).equals(before)).toBe(false);
    expect((await readdir(join(dir, 'media'))).filter((name) => name.startsWith(String(doc.id)))).toHaveLength(8);
  });

  it('takes every file along when a picture is deleted', async () => {
    const doc = await add(await plainPng());
    await cms.delete({ collection: 'media', id: doc.id });
    expect((await readdir(join(dir, 'media'))).filter((name) => name.startsWith(String(doc.id)))).toEqual([]);
  });

  it('is closed to strangers', async () => {
    await expect(cms.find({ collection: 'media', overrideAccess: false })).rejects.toThrow();
  });
});

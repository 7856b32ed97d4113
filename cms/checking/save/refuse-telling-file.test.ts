import { afterAll, beforeAll, expect, it } from 'vitest';
import sharp from 'sharp';
import { plainPng, pngWithChunk } from '../../media/samples.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { sampleId } from '../testing/sample-id.ts';

let cms: TestCms;
beforeAll(async () => {
  cms = await testCms();
});
afterAll(() => cms.close());

const id = sampleId(3);
const upload = (data: Buffer, name: string, more: object = {}) =>
  cms.payload.create({
    collection: 'media',
    data: { alt: '一杆老秤', ...more } as never,
    file: { data, name, mimetype: 'image/png', size: data.length },
  });
const exif = (text: string) =>
  sharp({ create: { width: 600, height: 400, channels: 3, background: '#888' } })
    .jpeg()
    .withExif({ IFD0: { ImageDescription: text } })
    .toBuffer();

it.each([
  ['the file name', async () => upload(await plainPng(), `身份证${id}.png`), '文件名'],
  ['the camera’s description', async () => upload(await exif(`holder ${id}`), '照片.jpg'), '拍摄信息'],
  ['a text chunk', async () => upload(await pngWithChunk('tEXt', Buffer.from(`Comment\0${id}`)), '图.png'), '元数据'],
  ['the alternative text', async () => upload(await plainPng(), '图.png', { alt: `${id}的证件照` }), '替代文字'],
  ['the caption', async () => upload(await plainPng(), '图.png', { caption: `持证人 ${id}` }), '图说'],
  ['the credit', async () => upload(await plainPng(), '图.png', { credit: id }), '作者与版权'],
])('a picture with an ID number in %s does not come in', async (_, send, place) => {
  const error = await send().then(
    () => null,
    (refused: Error) => refused,
  );
  expect(error?.message).toContain(place);
  expect(error?.message).toContain('没有保存');
  expect(error?.message).not.toContain(id.slice(4, 17));
  expect((await cms.payload.count({ collection: 'media' })).totalDocs).toBe(0);
});

it('an ordinary picture does, and a damaged one is refused in its own words', async () => {
  await expect(upload(Buffer.from('no picture'), '图.png')).rejects.toThrow(/^(?!.*身份证).+$/);
  expect((await upload(await plainPng(), 'IMG_20261121_093000123.png')).id).toBeTruthy();
});

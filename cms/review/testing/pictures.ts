import type { Payload } from 'payload';
import sharp from 'sharp';
import type { Pictures } from './unlawful.ts';

/** Pictures whose words blame somebody, and one that shows what it shows. */
export async function unlawfulPictures(payload: Payload): Promise<Pictures> {
  const data = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#a33' } })
    .png()
    .toBuffer();
  const make = async (more: object) =>
    (
      await payload.create({
        collection: 'media',
        data: { alt: '一面红墙', shows: 'nobody', ...more } as never,
        file: { data, mimetype: 'image/png', name: 'a.png', size: data.length },
      })
    ).id;
  return {
    captioned: await make({ caption: '图为胡大海虚报面积套取补助的现场。' }),
    described: await make({ alt: '公告栏里贴着：冯建国冒领低保三年' }),
    plain: await make({}),
  };
}

import sharp from 'sharp';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findAigcMark } from './aigc-mark.ts';
import { readContainer } from './containers/read.ts';
import { sniffFormat } from './format.ts';
import { jpegWithComment, markJson, plainPng, pngWithChunk } from './samples.ts';

const find = (bytes: Buffer) => findAigcMark(readContainer(bytes, sniffFormat(bytes)));
const inner = '{"Label":"1","ContentProducer":"sample","ProduceID":"1"}';
const xmp = (body: string) =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${body}</rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

describe('findAigcMark', () => {
  it.each([
    ['tEXt', Buffer.from(`AIGC\0${inner}`), inner],
    ['zTXt', Buffer.concat([Buffer.from('AIGC\0\0'), deflateSync(inner)]), inner],
    ['iTXt', Buffer.from(`AIGC\0\0\0\0\0${markJson}`), markJson],
    ['iTXt', Buffer.concat([Buffer.from('AIGC\0\u0001\0\0\0'), deflateSync(markJson)]), markJson],
  ])('reads a png %s chunk', async (kind, body, json) => {
    expect(find(await pngWithChunk(kind, body))).toEqual({ json });
  });

  it('reads XMP as element and as attribute, entities resolved', async () => {
    const escaped = inner.replaceAll('"', '&quot;');
    const element = xmp(
      `<rdf:Description rdf:about="" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/"><TC260:AIGC>${escaped}</TC260:AIGC></rdf:Description>`,
    );
    const attribute = xmp(
      `<rdf:Description rdf:about="" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/" TC260:AIGC="${escaped}"/>`,
    );
    for (const packet of [element, attribute]) {
      for (const format of ['jpeg', 'png', 'webp'] as const) {
        const bytes = await sharp(await plainPng())
          .toFormat(format)
          .withXmp(packet)
          .toBuffer();
        expect(find(bytes), format).toEqual({ json: inner });
      }
    }
  });

  it('takes a CDATA section as it stands, and references of every kind outside it', async () => {
    const element = (text: string) =>
      xmp(
        `<rdf:Description rdf:about="" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/"><TC260:AIGC>${text}</TC260:AIGC></rdf:Description>`,
      );
    const read = async (text: string) =>
      find(
        await sharp(await plainPng())
          .withXmp(element(text))
          .png()
          .toBuffer(),
      )?.json;
    expect(await read('<![CDATA[{"Label":"1","Note":"&amp;"}]]>')).toBe('{"Label":"1","Note":"&amp;"}');
    expect(await read('{&#34;Label&#x22;:&quot;1&quot;,"Note":"&amp;lt;"}')).toBe('{"Label":"1","Note":"&lt;"}');
  });

  it('reads an EXIF UserComment', async () => {
    const ascii = '{"AIGC":{"Label":"1","Note":"a } brace and a \\" quote"}}';
    expect(find(await jpegWithComment(ascii))).toEqual({ json: ascii });
  });

  it('reads a comment in UTF-16', async () => {
    const jpeg = await sharp(await plainPng())
      .jpeg()
      .toBuffer();
    const body = Buffer.concat([Buffer.from('UNICODE\0', 'latin1'), Buffer.from(markJson, 'utf16le').swap16()]);
    const head = Buffer.from([0xff, 0xfe, (body.length + 2) >> 8, (body.length + 2) & 255]);
    expect(find(Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]))).toEqual({ json: markJson });
  });

  it('finds none where none is', async () => {
    expect(find(await plainPng())).toBeNull();
    expect(find(await pngWithChunk('tEXt', Buffer.from('Comment\0about AIGC in general')))).toBeNull();
    expect(find(await pngWithChunk('zTXt', Buffer.from('AIGC\0\0not deflated')))).toBeNull();
  });
});

import sharp from 'sharp';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pdfFile, zip } from '../checks/files/testing/office.ts';
import { inspectPaper } from './inspect-paper.ts';

const plain = () => pdfFile((pdf) => pdf.text('I agree').addPage().rect(0, 0, 50, 50).fill());
const png = () =>
  sharp({ create: { width: 40, height: 40, channels: 3, background: '#eee' } })
    .png()
    .toBuffer();

/** A PDF of one page whose catalogue says more; `hidden` packs the object into an object stream. */
function pdfWith(catalogue: string, hidden = ''): Buffer {
  const packed = deflateSync(`5 0 ${hidden}`);
  const stream = hidden
    ? Buffer.concat([
        Buffer.from(`4 0 obj<</Type/ObjStm/N 1/First 4/Length ${packed.length}/Filter/FlateDecode>>stream\n`),
        packed,
        Buffer.from('\nendstream endobj\n'),
      ])
    : Buffer.alloc(0);
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R${catalogue}>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n`,
    ),
    stream,
    Buffer.from('trailer<</Root 1 0 R>>\n%%EOF\n'),
  ]);
}

describe('a consent paper', () => {
  it('that is a PDF is kept as it came, a picture is drawn anew', async () => {
    const pdf = await plain();
    expect(await inspectPaper(pdf)).toEqual({ bytes: pdf, mime: 'application/pdf', ext: 'pdf' });
    expect(await inspectPaper(pdfWith(''))).toMatchObject({ ext: 'pdf' });
    const withPlace = await sharp(await png())
      .jpeg()
      .withExif({ IFD0: { Artist: 'SamplePhone' } })
      .toBuffer();
    const { bytes, ext, mime } = await inspectPaper(withPlace);
    expect([mime, ext, Buffer.from(bytes).includes('SamplePhone')]).toEqual(['image/jpeg', 'jpg', false]);
  });

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['a script', () => pdfWith('/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>'), '脚本'],
    ['a script with its name in code', () => pdfWith('/OpenAction<</S/J#61vaScript/J#53(1)>>'), '脚本'],
    ['a script in an object stream', () => pdfWith('/OpenAction 5 0 R', '<</S/JavaScript/JS(1)>>'), '脚本'],
    ['a program to start', () => pdfWith('/OpenAction<</S/Launch/F(cmd.exe)>>'), '启动程序'],
    ['a form that sends itself', () => pdfWith('/AA<</O<</S/SubmitForm/F(http://x.example)>>>>'), '外发'],
    ['a file inside', () => pdfFile((pdf) => pdf.text('x').file(Buffer.from('MZ'), { name: 'a.exe' })), '夹带的文件'],
    ['an archive behind its end', async () => Buffer.concat([await plain(), zip({ 'a.txt': 'x' })]), '夹带'],
    [
      'a page before its beginning',
      async () => Buffer.concat([Buffer.from('<html><script>1</script>'), await plain()]),
      '开头还有别的内容',
    ],
    [
      'a page in a comment',
      async () =>
        Buffer.concat([
          (await plain()).slice(0, 9),
          Buffer.from('%<script>alert(1)</script>\n'),
          (await plain()).slice(9),
        ]),
      '夹带了代码',
    ],
    ['a password', () => pdfFile((pdf) => pdf.text('x'), { userPassword: 'x', ownerPassword: 'y' }), '加了密码'],
    ['half of it', async () => (await plain()).slice(0, 60), '损坏'],
    ['a picture with an archive behind it', async () => Buffer.concat([await png(), zip({ 'a.txt': 'x' })]), '夹带'],
    ['a web page', () => Buffer.from('<html></html>'), '只收'],
    [
      'a GIF',
      () =>
        sharp({ create: { width: 40, height: 40, channels: 3, background: '#eee' } })
          .gif()
          .toBuffer(),
      '只收',
    ],
  ])('with %s is refused in a sentence', async (_, make, sentence) => {
    await expect(Promise.resolve(make()).then(inspectPaper)).rejects.toMatchObject({
      name: 'PictureRefused',
      message: expect.stringContaining(sentence),
    });
  });
});

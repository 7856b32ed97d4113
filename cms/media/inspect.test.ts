import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { inspectPicture } from './inspect.ts';
import { jpegWithPlace, plainPng, pngWithChunk } from './samples.ts';

const svg = Buffer.from(
  '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><script>alert(1)</script></svg>',
);

describe('inspectPicture', () => {
  it.each(['jpeg', 'png', 'webp', 'gif'] as const)('knows %s by its bytes', async (format) => {
    const bytes = await sharp(await plainPng())
      .toFormat(format)
      .toBuffer();
    await expect(inspectPicture(bytes)).resolves.toMatchObject({
      format,
      width: 800,
      height: 500,
      animated: false,
      mark: null,
    });
  });

  it('gives the size as seen, not as stored', async () => {
    await expect(inspectPicture(await jpegWithPlace(1600, 1000, 6))).resolves.toMatchObject({
      width: 1000,
      height: 1600,
    });
  });

  it.each([
    ['an svg whatever its name', svg, /SVG/],
    ['a web page', Buffer.from('  <!DOCTYPE html><html><body>x</body></html>'), /网页或代码/],
    ['a pdf', Buffer.from('%PDF-1.7\n…'), /PDF/],
    ['a heic photo', Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0', 'latin1'), /HEIC/],
    ['nothing', Buffer.alloc(0), /空的/],
    ['other bytes', Buffer.from('hello'), /只收 JPG、PNG、WebP、GIF/],
    ['a head without a body', Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), /损坏/],
  ])('refuses %s in one sentence', async (_what, bytes, sentence) => {
    await expect(inspectPicture(bytes)).rejects.toThrow(sentence);
  });

  it('refuses a picture with a page behind its end', async () => {
    const polyglot = Buffer.concat([await jpegWithPlace(), Buffer.from('<html><script>alert(1)</script></html>')]);
    await expect(inspectPicture(polyglot)).rejects.toThrow('夹带');
    const png = Buffer.concat([await plainPng(), Buffer.from('PK\u0003\u0004zipped', 'latin1')]);
    await expect(inspectPicture(png)).rejects.toThrow('夹带');
  });

  it('refuses code inside metadata', async () => {
    const inText = await pngWithChunk('tEXt', Buffer.from('Comment\0<script>alert(1)</script>'));
    await expect(inspectPicture(inText)).rejects.toThrow('夹带');
    const jpeg = await jpegWithPlace();
    const note = Buffer.from('<?php system($_GET[0]); ?>');
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, note.length + 2]), note]);
    await expect(inspectPicture(Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]))).rejects.toThrow(
      '夹带',
    );
  });

  it('lets harmless tails pass: phones append their own data', async () => {
    await expect(
      inspectPicture(Buffer.concat([await jpegWithPlace(), Buffer.from('SEFH....SEFT')])),
    ).resolves.toMatchObject({ format: 'jpeg' });
  });

  it('refuses what is too small, too heavy or too large', async () => {
    await expect(inspectPicture(await plainPng(400, 150))).rejects.toThrow('400×150');
    await expect(inspectPicture(Buffer.concat([await plainPng(), Buffer.alloc(21 * 1024 * 1024)]))).rejects.toThrow(
      '超过 20 MB',
    );
    const bomb = await plainPng();
    // Only the header claims 30000 × 30000: it must be refused before a pixel is decoded.
    bomb.writeUInt32BE(30_000, 16);
    bomb.writeUInt32BE(30_000, 20);
    await expect(inspectPicture(bomb)).rejects.toThrow(/太大了|损坏/);
  });
});

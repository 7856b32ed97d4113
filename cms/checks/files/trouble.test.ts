import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../campaigns/calendar/testing/random.ts';
import { jpegWithComment, jpegWithPlace, markJson, plainPng, pngWithChunk } from '../../media/samples.ts';
import { checkBytes, checkFile } from '../check-file.ts';
import { createFiction } from '../../testing/corpus/fiction.ts';
import { bookFile, cell, paragraph, pdfFile, row, runs, wordFile, zip } from './testing/office.ts';

const rules = async (name: string, bytes: Uint8Array) =>
  (await checkBytes(name, bytes)).findings.map(({ rule }) => rule);
const word = wordFile(paragraph(runs('诚信')));
const id = createFiction(5).id();

describe('a file that cannot be read', () => {
  it.each<[string, string, Uint8Array, string]>([
    ['no bytes', 'a.txt', Buffer.alloc(0), 'empty'],
    ['half a Word file', 'a.docx', word.subarray(0, word.length / 2), 'corrupt'],
    ['a Word file with a damaged byte', 'a.docx', word.map((byte, i) => (i === 120 ? byte ^ 0xff : byte)), 'corrupt'],
    ['text called docx', 'a.docx', Buffer.from('你好'), 'wrong-extension'],
    ['a Word file called xlsx', 'a.xlsx', word, 'wrong-extension'],
    ['a Word file called txt', 'a.txt', word, 'wrong-extension'],
    ['a PDF called docx', 'a.docx', Buffer.from('%PDF-1.7\n'), 'corrupt'],
    ['half a PDF', 'a.pdf', Buffer.from('%PDF-1.7\n1 0 obj'), 'corrupt'],
    ['an old Word file', 'a.doc', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'old-format'],
    [
      'a Word file with a password',
      'a.docx',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae10000', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted',
    ],
    ['something else', 'a.dat', Buffer.from([1, 2, 3, 0, 250, 251, 3, 4, 5, 6, 7, 8]), 'unknown-type'],
    ['half a picture', 'a.png', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'corrupt'],
    ['a picture called pdf', 'a.pdf', Buffer.from('ffd8ffe0', 'hex'), 'corrupt'],
    ['no text at all', 'a.txt', Buffer.from([0x80, 0x81, 0xff, 0xfe, 0xfd, 0x80, 0x80, 0xff, 0xff]), 'encoding'],
  ])('%s is told and blocks', async (_, name, bytes, trouble) => {
    const report = await checkBytes(name, bytes);
    expect(report.findings.map(({ rule }) => rule)).toContain(`unreadable/${trouble}`);
    expect(report.blocked).toBe(true);
  });

  it('a PDF with a password is told', async () => {
    expect(
      await rules('a.pdf', await pdfFile((pdf) => pdf.text(id), { userPassword: 'x', ownerPassword: 'y' })),
    ).toEqual(['unreadable/encrypted']);
    // Only printing is forbidden: everybody can read it.
    expect(await rules('a.pdf', await pdfFile((pdf) => pdf.text(id), { ownerPassword: 'y' }))).toEqual([
      'personal-data/citizen-id',
    ]);
  });

  it('a PDF without text is only a warning', async () => {
    expect(await checkBytes('a.pdf', await pdfFile((pdf) => pdf.rect(0, 0, 50, 50).fill()))).toMatchObject({
      blocked: false,
      findings: [{ rule: 'unreadable/no-text' }],
    });
  });

  it('a bomb is not unpacked', async () => {
    expect(
      await rules('a.docx', wordFile(paragraph(runs('x')), { 'word/media/x.xml': new Uint8Array(101 * 1024 * 1024) })),
    ).toEqual(['unreadable/zip-bomb']);
  });

  it('a part that cannot be read does not hide the others', async () => {
    expect(
      await rules('a.docx', wordFile(paragraph(runs(id)), { 'word/embeddings/x.docx': 'PK\u0003\u0004' })),
    ).toEqual(expect.arrayContaining(['personal-data/citizen-id', 'unreadable/corrupt']));
  });

  it('files in files end somewhere', async () => {
    let nested = zip({ 'a.txt': id });
    for (let i = 0; i < 8; i += 1) nested = zip({ 'a.zip': nested });
    expect(await rules('a.zip', nested)).toEqual(['unreadable/too-deep']);
  });

  it('missing files and folders are told', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'check-'));
    expect((await checkFile(folder)).findings).toMatchObject([{ rule: 'unreadable/folder', level: 'block' }]);
    expect((await checkFile(join(folder, 'no.txt'))).findings).toMatchObject([
      { rule: 'unreadable/missing', level: 'block' },
    ]);
    await writeFile(join(folder, 'yes.txt'), '诚信');
    expect(await checkFile(join(folder, 'yes.txt'))).toEqual({
      file: join(folder, 'yes.txt'),
      blocked: false,
      findings: [],
    });
  });
});

describe('a picture', () => {
  it('with a place blocks, without one it is silent', async () => {
    expect(await checkBytes('a.jpg', await jpegWithPlace())).toMatchObject({
      blocked: true,
      findings: [{ rule: 'personal-data/location' }],
    });
    expect((await checkBytes('a.png', await plainPng())).findings).toEqual([]);
    expect(
      (
        await checkBytes(
          'a.jpg',
          await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
            .jpeg()
            .toBuffer(),
        )
      ).findings,
    ).toEqual([]);
  });

  it('with a number in its metadata blocks', async () => {
    expect(await rules('a.jpg', await jpegWithComment(`证号${id}`))).toContain('personal-data/citizen-id');
    expect(await rules('a.png', await pngWithChunk('tEXt', Buffer.from(`Comment\0${id}`)))).toContain(
      'personal-data/citizen-id',
    );
  });

  it('made by a machine asks for the visible mark', async () => {
    expect(await checkBytes('a.jpg', await jpegWithComment(markJson))).toMatchObject({
      blocked: false,
      findings: [{ rule: 'ai-mark/implicit-only' }],
    });
  });

  it('in a Word file is looked at too', async () => {
    expect(
      (await checkBytes('a.docx', wordFile(paragraph(runs('x')), { 'word/media/image1.jpeg': await jpegWithPlace() })))
        .findings,
    ).toMatchObject([{ rule: 'personal-data/location', at: '内嵌文件 image1.jpeg 图片的拍摄位置' }]);
  });

  it('with an archive behind its end blocks', async () => {
    expect(await rules('a.png', Buffer.concat([await plainPng(), zip({ 'a.txt': id })]))).toContain(
      'unreadable/stowaway',
    );
  });
});

describe('anything at all', () => {
  const whole = [word, bookFile([{ name: 's', rows: row(cell('A1', '1')) }]), Buffer.from('<p>诚信</p>')];
  it.each(Array.from({ length: 30 }, (_, seed) => seed))('gives a report and no crash (seed %i)', async (seed) => {
    const random = createRandom(seed);
    for (const name of ['a.docx', 'a.xlsx', 'a.pdf', 'a.html', 'a.txt', 'a.jpg', 'a.png', 'a', '.']) {
      const bytes = Buffer.from(random.pick(whole));
      for (let n = random.int(0, 40); n > 0; n -= 1) bytes[random.int(0, bytes.length - 1)] = random.int(0, 255);
      const report = await checkBytes(
        name,
        random.chance(0.3) ? Buffer.from(Array.from({ length: random.int(1, 400) }, () => random.int(0, 255))) : bytes,
      );
      expect(report.blocked).toBe(report.findings.some(({ level }) => level === 'block'));
    }
  });
});

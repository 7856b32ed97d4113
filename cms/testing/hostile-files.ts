import { deflateSync, gzipSync } from 'node:zlib';
import { createRandom, type Random } from '../../campaigns/calendar/testing/random.ts';
import { bookFile, cell, paragraph, pdfFile, row, runs, wordFile, zip } from '../checks/files/testing/office.ts';
import { mutated } from '../foreign/testing/mutate.ts';
import { oddJpeg, oddShapes } from '../foreign/testing/odd-jpeg.ts';
import { jpegWithComment, jpegWithPlace, markJson, plainPng, pngWithChunk } from '../media/samples.ts';
import sharp from 'sharp';

export interface HostileFile {
  name: string;
  bytes: Buffer;
}

const words = '守信的故事：他把木牌擦得很亮，三十年里灯没有熄过。510802 年 12 月，示例镇。';
const sheetRows =
  row(cell('A1', '错误写法', 'str'), cell('B1', '正确写法', 'str')) + row(cell('A2', '0', 's'), cell('B2', '28.9'));
const table = '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';

/** Whole files of every kind that people send, to be damaged. */
async function whole(): Promise<HostileFile[]> {
  const photo = await jpegWithPlace(400, 300);
  const doc = wordFile(paragraph(runs(words)) + table, {
    'word/media/image1.jpeg': photo,
    'word/comments.xml': paragraph(runs('批注')),
    'word/embeddings/a.bin': Buffer.from('OLE '.repeat(99)),
  });
  const mail = `From: a@x.example\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=gbk\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(words).toString('base64')}\r\n`;
  return Object.entries({
    'a.jpg': photo,
    'b.jpg': await jpegWithComment(markJson),
    'c.jpg': await oddJpeg(6, 4105, 1),
    'a.png': await plainPng(300, 240),
    'b.png': await pngWithChunk('zTXt', Buffer.concat([Buffer.from('AIGC\0\0'), deflateSync(markJson)])),
    'a.webp': await sharp(photo).webp().withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>').toBuffer(),
    'a.gif': await sharp(photo).gif().toBuffer(),
    'a.docx': doc,
    'a.xlsx': bookFile([{ name: '词表', rows: sheetRows }], ['示例错词']),
    'a.odt': zip({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': `<o><text:p>${words}</text:p></o>`,
    }),
    'a.pdf': await pdfFile((pdf) =>
      pdf.text('A page').note(10, 10, 50, 50, 'note').file(Buffer.from(words), { name: 'a.txt' }),
    ),
    'a.zip': zip({ 'a/稿件.docx': doc, 'b.zip': zip({ 'c.txt': words }) }),
    'a.csv': Buffer.from(`错误写法,正确写法,说明\n示例错词,示例对词,"因为,\n换行"\n`),
    'a.yaml': Buffer.from(`slug: a\ntitle: 甲\nentries:\n  - { wrong: 甲, right: 乙, why: 丙, level: warn }\n`),
    'a.html': Buffer.from(
      `<html><head><meta charset="gbk"><title>题</title></head><body><table><tr><td>${words}</td></tr></table><img src="data:image/png;base64,${(await plainPng(200, 200)).toString('base64')}"></body></html>`,
    ),
    'a.md': Buffer.from(`---\ntitle: 题\n---\n\n# 标题\n\n> ${words}\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n`),
    'a.txt': Buffer.from(words, 'utf16le'),
    'a.rtf': Buffer.from('{\\rtf1\\ansi {\\fonttbl{\\f0 A;}}\\u35802?}'),
    'a.eml': Buffer.from(mail),
    'a.mht': Buffer.from(mail.replace('text/html', 'multipart/related; boundary="b"')),
  }).map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes) }));
}

/** XML inside an archive damaged, the archive around it whole: otherwise its check sums stop everything at the door. */
const hurtInside = (random: Random): HostileFile => {
  const body = mutated(Buffer.from(paragraph(runs(words)) + table), random).toString('latin1');
  return random.chance(0.5)
    ? { name: 'in.docx', bytes: Buffer.from(wordFile(body, { 'word/numbering.xml': body })) }
    : {
        name: 'in.xlsx',
        bytes: Buffer.from(
          bookFile(
            [{ name: 's', rows: mutated(Buffer.from(sheetRows), random).toString('latin1') }],
            [mutated(Buffer.from('<t>甲</t><rPh><t>a</t></rPh>'), random).toString('latin1')],
          ),
        ),
      };
};

/** Made to hurt by being well-formed: bombs, depths, names beyond every column, shapes that have ended the product. */
async function made(): Promise<HostileFile[]> {
  const deepZip = Array.from({ length: 12 }).reduce<Uint8Array>(
    (inner) => zip({ 'a.zip': inner }),
    zip({ 'a.txt': words }),
  );
  const odd = await Promise.all(
    oddShapes.flatMap(([count, length]) =>
      [0, 1].map(async (shift) => ({
        name: `odd-${count}-${length}-${shift}.jpg`,
        bytes: await oddJpeg(count, length, shift),
      })),
    ),
  );
  return [
    ...odd,
    { name: 'deep.zip', bytes: Buffer.from(deepZip) },
    {
      name: 'bomb.docx',
      bytes: Buffer.from(wordFile(paragraph(runs('x')), { 'word/media/x.xml': new Uint8Array(101 * 1024 * 1024) })),
    },
    { name: 'deep.docx', bytes: Buffer.from(wordFile('<w:sdt><w:sdtContent>'.repeat(60_000))) },
    { name: 'deep.html', bytes: Buffer.from(`<html>${'<div><b>'.repeat(60_000)}${words}`) },
    { name: 'deep.md', bytes: Buffer.from(`${'> '.repeat(20_000)}${words}`) },
    {
      name: 'list.md',
      bytes: Buffer.from(Array.from({ length: 3_000 }, (_, i) => `${' '.repeat(i % 900)}- ${i}`).join('\n')),
    },
    { name: 'stars.md', bytes: Buffer.from('*a **b '.repeat(8_000)) },
    {
      name: 'far.xlsx',
      bytes: Buffer.from(bookFile([{ name: 's', rows: `${sheetRows}<row><c r="ZZZZZZZ1"><v>1</v></c></row>` }])),
    },
    { name: 'wide.csv', bytes: Buffer.from(`错误写法${','.repeat(200_000)}\n`) },
    { name: 'long.csv', bytes: Buffer.from(`错误写法\n${'甲\n'.repeat(200_000)}`) },
    {
      name: 'laughs.yaml',
      bytes: Buffer.from(
        `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
          .split('')
          .map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(',')}]`)
          .join('\n')}\n`,
      ),
    },
    { name: 'deep.yaml', bytes: Buffer.from('['.repeat(50_000)) },
    {
      name: 'pages.pdf',
      bytes: Buffer.from(
        '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 99999999>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
      ),
    },
    { name: 'packed.txt', bytes: gzipSync(words) },
    { name: 'zeros.txt', bytes: Buffer.alloc(300_000) },
  ];
}

/** At least `count` hostile files, the same for the same seed. */
export async function hostileFiles(seed: number, count: number): Promise<HostileFile[]> {
  const random = createRandom(seed);
  const bases = await whole();
  const files = await made();
  while (files.length < count) {
    const base = random.pick(bases);
    files.push(
      random.chance(0.2)
        ? hurtInside(random)
        : { name: random.chance(0.1) ? random.pick(bases).name : base.name, bytes: mutated(base.bytes, random) },
    );
  }
  return files;
}

import { expect, it } from 'vitest';
import { paragraph, runs, wordFile } from '../checks/files/testing/office.ts';
import { plainLines } from '../rich-text/plain-lines.ts';
import { convertApart } from './convert-apart.ts';

const lines = (blocks: unknown) => plainLines({ root: { type: 'root', children: blocks } });

it('a text cut inside a character keeps its words and says that the end is damaged', async () => {
  const source = Buffer.from('---\ntitle: 渡口的灯\n---\n\n他守着渡口的木牌，灯没有熄过。');
  for (const cut of [1, 2]) {
    const { blocks, notes, title } = await convertApart('a.md', source.subarray(0, -cut));
    expect(title).toBe('渡口的灯');
    expect(lines(blocks)[0]).toContain('他守着渡口的木牌，灯没有熄过');
    expect(notes).toEqual([expect.stringContaining('末尾缺了一截')]);
  }
});

it('a page that declares Big5 is read so', async () => {
  const page = Buffer.concat([
    Buffer.from('<html><head><meta charset="big5"><title>t</title></head><body><p>'),
    Buffer.from('b8dbabc8ac4fa5dfa8ada4a7a5bba141', 'hex'),
    Buffer.from('</p></body></html>'),
  ]);
  expect(lines((await convertApart('a.html', page)).blocks)).toEqual([expect.stringContaining('是立身之本，')]);
});

it.each<[string, Uint8Array, string]>([
  ['a.html', Buffer.from('{\\rtf1\\ansi \\u35802?}'), '不认识这种文件'],
  [
    'a.md',
    Buffer.from('MIME-Version: 1.0\r\nContent-Transfer-Encoding: base64\r\n\r\n6Lqr5Lu96K+B\r\n'),
    '不认识这种文件',
  ],
  ['a.docx', wordFile('<w:sdt>'.repeat(50_000)), '层层嵌套'],
  ['a.docx', wordFile(paragraph(runs('x')), { 'word/styles.xml': '<w:style>'.repeat(50_000) }), '层层嵌套'],
  ['a.html', Buffer.from(`<html>${'<div>'.repeat(50_000)}`), '层层嵌套'],
])('%s in a code or without a bottom is refused in a sentence', async (name, bytes, sentence) => {
  await expect(convertApart(name, bytes)).rejects.toMatchObject({
    name: 'ImportRefused',
    message: expect.stringContaining(sentence),
  });
});

import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { sampleRelease } from '../testing/release.ts';
import { storyDocx } from './docx.ts';
import { storyText } from './story-text.ts';

const html =
  '<p>办理分三步，到第3步为止：</p><ol><li>甲<ol><li>子</li></ol></li><li>乙</li><li>丙</li></ol><ul><li>点</li></ul><p>再：</p><ol start="4"><li>丁</li></ol>';

it("an ordered list keeps its numbers in the paper's document, each list its own beginning", async () => {
  const files = unzipSync(await storyDocx(sampleRelease({ html, images: [], cover: null }), []));
  const [document, numbering] = ['word/document.xml', 'word/numbering.xml'].map((name) => strFromU8(files[name]!)) as [
    string,
    string,
  ];
  const paragraphs = document.match(/<w:p>.*?<\/w:p>/gs) ?? [];
  const seen = new Map<string, number>();
  const marks = paragraphs.flatMap((xml) => {
    const id = /<w:numId w:val="(\d+)"/.exec(xml)?.[1];
    if (!id) return [];
    const level = /<w:ilvl w:val="(\d+)"/.exec(xml)?.[1] ?? '0';
    const abstract = new RegExp(`<w:num w:numId="${id}"[^>]*><w:abstractNumId w:val="(\\d+)"`).exec(numbering)?.[1];
    const list = new RegExp(`<w:abstractNum w:abstractNumId="${abstract}".*?</w:abstractNum>`, 's').exec(numbering)![0];
    const lvl = new RegExp(`<w:lvl w:ilvl="${level}".*?</w:lvl>`, 's').exec(list)![0];
    if (/<w:numFmt w:val="bullet"/.test(lvl)) return ['•'];
    const start = Number(/<w:start w:val="(\d+)"/.exec(lvl)![1]);
    const number = (seen.get(id) ?? start - 1) + 1;
    seen.set(id, number);
    return [`${/<w:numFmt w:val="(\w+)"/.exec(lvl)![1]} ${number}`];
  });
  expect(marks).toEqual(['decimal 1', 'decimal 1', 'decimal 2', 'decimal 3', '•', 'decimal 4']);
});

it('and in the plain text', () => {
  expect(storyText(sampleRelease({ html }))).toContain('1. 甲\n\n1. 子\n\n2. 乙\n\n3. 丙\n\n点\n\n再：\n\n4. 丁');
});

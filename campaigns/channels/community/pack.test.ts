import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { sampleRelease } from '../testing/release.ts';
import { broadcast } from './broadcast.ts';
import { communityPack } from './pack.ts';
import type { PackSource } from './source.ts';

const source = (change: Parameters<typeof sampleRelease>[0] = {}): PackSource => ({
  release: sampleRelease({ cover: null, images: [], ...change }),
  link: 'https://cx.example.gov.cn/s/123?d=d1',
  masthead: '诚信广元',
  issuer: '诚信广元编辑部（示例）',
  picture: null,
});

/** Every piece of text on every page: what, how large (points), how far down from the top. */
async function pieces(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(bytes);
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, i) => {
      const page = await pdf.getPage(i + 1);
      const [, , width = 0, height = 0] = page.view;
      const { items } = await page.getTextContent();
      return items.flatMap((item) =>
        'str' in item && item.str.trim()
          ? [
              {
                text: item.str,
                size: Math.abs(item.transform[3] as number),
                y: height - (item.transform[5] as number),
                end: (item.transform[4] as number) + item.width,
                width,
                height,
              },
            ]
          : [],
      );
    }),
  );
  return pages;
}
const wordsOf = (page: { text: string }[] = []) =>
  page
    .map(({ text }) => text)
    .join('')
    .replace(/\s/g, '');

describe('海报', () => {
  test('A4、A3 内容相同，大小差 √2 倍，都只有一页', async () => {
    const pack = await communityPack(source());
    const [a4, a3] = await Promise.all([pieces(pack.posterA4.bytes), pieces(pack.posterA3.bytes)]);
    expect([a4.length, a3.length]).toEqual([1, 1]);
    expect(wordsOf(a3[0])).toBe(wordsOf(a4[0]));
    for (const words of [
      '诚信广元',
      '还了三十年的一笔账（示例）',
      '示例人物把欠款一笔一笔还清',
      '他说：“欠的钱，一分也要还。”',
      '扫一扫，看全文',
      'cx.example.gov.cn/s/123',
      '诚信广元编辑部（示例）',
      '2027年3月10日',
      '第1版',
    ]) {
      expect(wordsOf(a4[0])).toContain(words);
    }
    expect(wordsOf(a4[0])).not.toContain('d=d1');
    expect((a3[0]?.[0]?.size ?? 0) / (a4[0]?.[0]?.size ?? 1)).toBeCloseTo(Math.SQRT2, 2);
  });

  test.each([
    ['极长的标题和摘要', { title: '长'.repeat(100), summary: `${'摘要很长很长'.repeat(8)}。`.repeat(9) }],
    ['一句不断的英文', { title: 'a'.repeat(99), summary: '' }],
    ['什么都只有一个字', { title: '信', summary: '信', html: '<p>信</p>', text: '信' }],
    ['没有段落，只有标题', { html: '<h2>只有小标题</h2>', text: '只有小标题' }],
  ])('%s：不出纸，不压落款', async (_, change) => {
    const [page = []] = await pieces((await communityPack(source(change))).posterA4.bytes);
    for (const { text, y, end } of page) {
      expect(end, text).toBeLessThanOrEqual(595.28 - 50 + 12);
      expect(y, text).toBeLessThanOrEqual(841.89 - 40);
    }
    const footY = page.find(({ text }) => text.includes('扫'))?.y ?? 0;
    const body = page.filter(({ text }) => /[长摘a小]/.test(text) && !text.includes('example'));
    for (const { text, y } of body) expect(y, text).toBeLessThan(footY - 80);
  });

  test('人工智能生成的图片，海报上写明；长图说不压正文', async () => {
    const photo = new Uint8Array(
      await sharp({ create: { width: 400, height: 500, channels: 3, background: '#88a090' } })
        .png()
        .toBuffer(),
    );
    const cover = {
      ...sampleRelease().cover!,
      aigc: true,
      caption: '很长的图说要说清楚时间地点人物和来龙去脉，'.repeat(5),
    };
    const [page = []] = await pieces((await communityPack({ ...source({ cover }), picture: photo })).posterA4.bytes);
    expect(wordsOf(page)).toContain('图片由人工智能生成');
    const above = (points: number) => page.filter(({ size, y }) => size === points && y < 640).map(({ y }) => y);
    expect(Math.min(...above(11))).toBeGreaterThan(Math.max(...above(17)));
  });

  test('节选只取整段，后面的段落不切开', async () => {
    const [page = []] = await pieces(
      (
        await communityPack(
          source({ html: `<p>第一段。</p><p>${'有人说可以花钱把记录拿掉。'.repeat(30)}他没有信。</p>` }),
        )
      ).posterA4.bytes,
    );
    expect(wordsOf(page)).toContain('第一段。');
    expect(wordsOf(page)).not.toContain('花钱');
  });
});

test('大字版：每一个字都不小于26磅，全文一字不少，页码齐全', async () => {
  const paragraphs = Array.from(
    { length: 14 },
    (_, i) => `第${i + 1}段，${'说话算数，欠账要还，秤要准，话要真。'.repeat(3)}`,
  );
  const html = `<h2>小标题</h2>${paragraphs.map((text) => `<p>${text}</p>`).join('')}`;
  const pages = await pieces((await communityPack(source({ html }))).bigType.bytes);
  expect(pages.length).toBeGreaterThan(3);
  for (const { text, size } of pages.flat()) expect(size, text).toBeGreaterThanOrEqual(26);
  const all = pages
    .map((page) => wordsOf(page))
    .join('')
    .replace(/诚信广元\d+／\d+/g, '');
  for (const text of paragraphs) expect(all).toContain(text);
  pages.forEach((page, i) => expect(wordsOf(page)).toContain(`${i + 1}／${pages.length}`));
});

test('广播稿：关键句两遍，不念网址，结尾说来源，时长按每分钟180到200字', () => {
  const script = broadcast(
    source({ html: `<p>${'一二三四五六七八九，'.repeat(40)}详情见https://www.example.gov.cn/a。</p>` }),
  );
  const said = script.paragraphs.flat().join('');
  expect(said.split('示例人物把欠款一笔一笔还清，邻里都说他讲信用。')).toHaveLength(3);
  expect(said).not.toMatch(/https?:|example/);
  expect(said).toContain('以上内容由诚信广元编辑部（示例）提供，二〇二七年三月十日签发。');
  const count = [...said.replace(/[\p{P}\s]/gu, '')].length;
  expect(script.seconds).toEqual({ least: Math.round((count * 60) / 200), most: Math.round((count * 60) / 180) });
  for (const line of script.paragraphs.flat()) expect([...line].length).toBeLessThanOrEqual(25);
});

test('同一份签发稿，做几次都是同样的字节；ZIP 里就是这些文件', async () => {
  const [first, second] = [await communityPack(source()), await communityPack(source())];
  expect(second.files.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).toEqual(
    first.files.map(({ bytes }) => Buffer.from(bytes).toString('base64')),
  );
  const files = unzipSync(first.zip.bytes);
  expect(Object.keys(files)).toEqual([
    '海报A4.pdf',
    '海报A3.pdf',
    '大字版A4.pdf',
    '村社屏横.png',
    '村社屏竖.png',
    '广播稿.txt',
    '广播稿.docx',
    '说明.txt',
  ]);
  expect(Buffer.from(files['海报A4.pdf'] ?? [])).toEqual(Buffer.from(first.posterA4.bytes));
  const core = strFromU8(unzipSync(first.scriptDocx.bytes)['docProps/core.xml'] ?? new Uint8Array());
  expect(core).toContain('2027-03-10T09:30:00Z');
});

test('字库没有的字在说明里点出来；终审人的姓名不外传', async () => {
  const pack = await communityPack(source({ title: '𬱖的故事（示例）' }));
  const guide = Buffer.from(pack.guide.bytes).toString('utf8');
  expect(pack.missing).toEqual(['𬱖']);
  expect(guide).toContain('请用黑笔补写：𬱖');
  expect(guide + Buffer.from(pack.script.bytes).toString('utf8')).not.toContain('示例终审人');
});

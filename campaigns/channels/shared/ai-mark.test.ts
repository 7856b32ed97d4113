import { expect, it } from 'vitest';
import { previewWechat } from '../wechat/preview.ts';
import { contentSize, renderWechat } from '../wechat/render.ts';
import { fullWeight, renderWeibo, weiboLimit } from '../weibo/render.ts';
import { validateWeibo } from '../weibo/validate.ts';
import { sampleAssets } from '../testing/assets.ts';
import { sampleRelease } from '../testing/release.ts';
import { aiMark } from './ai-mark.ts';
import { captionList, packPictures } from './pictures.ts';
import { hanziWeight } from './text-length.ts';

const plain = sampleRelease();
const made = sampleRelease({ cover: { ...plain.cover!, aigc: true } });
const link = 'https://cx.example.gov.cn/s/123?d=01980000-0000-7000-8000-000000000000';

it('a paper that prints the picture is told that a machine made it, and of that one only', async () => {
  const list = captionList(await packPictures(sampleAssets(), made, 'original'));
  const [cover, other] = list.split('\n\n');
  expect(cover).toContain(`标识：${aiMark}，使用时请照样注明`);
  expect(other).not.toContain('人工智能');
  expect(captionList(await packPictures(sampleAssets(), plain, 'original'))).not.toContain('人工智能');
  expect(captionList([])).toBe('本稿没有图片。');
});

it('a post says it in full, however long the rest is', () => {
  expect(renderWeibo(made, link)).toBe(
    `【还了三十年的一笔账（示例）】示例人物把欠款一笔一笔还清，邻里都说他讲信用。（${aiMark}） ${link}`,
  );
  const long = {
    ...made,
    summary: '信'.repeat(300),
    corrections: [{ date: '2027-03-12', was: '甲', now: '乙', note: '' }],
    correcting: 1,
  };
  const text = renderWeibo(long, link);
  expect(text).toMatch(/…（2027年3月12日有更正，有内容正在更正，见全文）（图片由人工智能生成）\shttps:/u);
  expect(hanziWeight(text)).toBeLessThanOrEqual(140);
  expect(renderWeibo({ ...made, cover: null }, link)).not.toContain('人工智能');
});

it('the mark is counted: what fits without it and not with it is told beforehand', () => {
  const summary = '信'.repeat(weiboLimit - 38 - hanziWeight(`【${plain.title}】 `));
  expect(validateWeibo({ ...plain, summary })).toEqual([]);
  expect(validateWeibo({ ...made, summary }).map(({ field }) => field)).toEqual(['summary']);
  expect(fullWeight(made, 38) - fullWeight(plain, 38)).toBe(hanziWeight(`（${aiMark}）`));
});

it('an article says it of its cover, which stands in every list without words; the platform counts it', () => {
  const { content } = renderWechat(made, () => null);
  expect(content).toContain(`封面${aiMark}</span></p></section>`);
  expect(renderWechat(plain, () => null).content).not.toContain('人工智能');
  expect(contentSize(made).chars).toBeGreaterThan(contentSize(plain).chars);
  expect(previewWechat(made, { account: '号', day: null, imageUrl: () => null }).html).toContain(`封面${aiMark}`);
});

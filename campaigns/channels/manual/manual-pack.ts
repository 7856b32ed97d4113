import type { Release } from '../../ports/release.ts';
import { escapeHtml } from '../shared/escape-html.ts';
import { captionList, type PackedPicture } from '../shared/pictures.ts';
import { minuteText } from '../../calendar/civil-day.ts';
import { renderWechat } from '../wechat/render.ts';
import { renderWeibo } from '../weibo/render.ts';

export interface PackText {
  path: string;
  text: string;
}

/** For pasting into the 公众号 editor: the styled text with local pictures, the fields, the checklist. */
export function wechatPack(release: Release, link: string, pictures: PackedPicture[]): PackText[] {
  const paths = new Map(pictures.map((p) => [p.image.id, p.file.path]));
  // The stand-in addresses let the renderer keep the pictures; the page beside them then shows the local files.
  const standIn = (id: string) => `http://picture.invalid/${encodeURIComponent(id)}`;
  const article = renderWechat(release, (id) => (paths.has(id) ? standIn(id) : null));
  let content = article.content;
  for (const [id, path] of paths)
    content = content.replaceAll(`src="${standIn(id)}"`, `src="${escapeHtml(encodeURI(path))}"`);
  return [
    {
      path: '正文.html',
      text: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escapeHtml(article.title)}</title><body>${content}</body></html>`,
    },
    {
      path: '标题与摘要.txt',
      text: `标题：${article.title}\n作者：${article.author}\n摘要：${article.digest}\n阅读原文：${link}`,
    },
    { path: '图片说明.txt', text: captionList(pictures) },
    {
      path: '核对清单.txt',
      text: checklist(release, [
        '用浏览器打开“正文.html”，全选，复制到公众号编辑器。',
        '逐张核对图片；没有带过去的，从“图片”文件夹上传。',
        '按“标题与摘要.txt”填写标题、作者、摘要，“阅读原文”填其中的网址，一个字符也不要改。',
        '封面用“图片”文件夹里编号 01 的图片。',
        '预览无误后发布；不要改动签发过的文字。',
      ]),
    },
  ];
}

/** For pasting into Weibo. */
export function weiboPack(release: Release, link: string): PackText[] {
  return [
    { path: '微博文字.txt', text: renderWeibo(release, link) },
    {
      path: '核对清单.txt',
      text: checklist(release, [
        '把“微博文字.txt”里的文字原样粘贴到微博，网址一个字符也不要改。',
        '配图用“图片”文件夹里编号 01 的图片；没有图片就只发文字。',
        '核对无误后发布；不要改动签发过的文字。',
      ]),
    },
  ];
}

function checklist(release: Release, steps: string[]): string {
  return `${release.title}
终审签发人：${release.signedBy}　${minuteText(new Date(release.signedAt))}
签发稿校验：sha256 ${release.hash}

${[...steps, '发布后回到推送台账，登记发布网址和时间。'].map((step, i) => `□ ${i + 1}. ${step}`).join('\n')}`;
}

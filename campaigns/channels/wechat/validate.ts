import { isBlank } from '../../fields/is-blank.ts';
import type { Release } from '../../ports/release.ts';
import type { ChannelFinding } from '../channel.ts';
import { findForeignWords } from '../shared/foreign-words.ts';
import { findNamesInFront } from '../shared/names-in-front.ts';
import { codePoints } from '../shared/text-length.ts';
import { contentSize, limits, picturesIn } from './render.ts';

/** Why a release does not fit WeChat, one sentence each; `block` findings stop a push. */
export function validateWechat(release: Release, hasDefaultCover: boolean): ChannelFinding[] {
  const findings: ChannelFinding[] = [...findNamesInFront(release), ...findForeignWords(release)];
  const block = (field: string, message: string) => findings.push({ level: 'block', field, message });
  const title = codePoints(release.title.trim());
  const author = codePoints(release.author.trim());
  const digest = codePoints(release.summary.trim());
  if (isBlank(release.title)) block('title', '微信推送要有标题：请填写标题。');
  if (title > limits.title) block('title', `标题有 ${title} 个字，微信最多 ${limits.title} 个字：请缩短标题。`);
  if (author > limits.author)
    block('author', `作者有 ${author} 个字，微信最多 ${limits.author} 个字：请只写一位作者或单位简称。`);
  if (digest > limits.digest) {
    findings.push({
      level: 'warn',
      field: 'summary',
      message: `摘要有 ${digest} 个字，微信只显示前 ${limits.digest} 个字：请缩短摘要，否则末尾会截去。`,
    });
  }
  if (!release.cover && !hasDefaultCover)
    block('cover', '微信推送要有封面图：请给稿件加一张封面，或为该号设置默认封面。');
  if (isBlank(release.text)) block('html', '正文是空的，微信不收：请填写正文。');
  const known = new Set(release.images.map((image) => image.id));
  const lost = picturesIn(release.html).filter((id) => !known.has(id) && release.cover?.id !== id);
  if (lost.length > 0) block('html', `正文里有 ${lost.length} 张图片不在签发稿的图片清单里：请重新插入图片后再签发。`);
  const size = contentSize(release);
  if (size.chars >= limits.contentChars || size.bytes >= limits.contentBytes) {
    block(
      'html',
      `正文排版后有 ${size.chars} 个字符，微信要少于 ${limits.contentChars} 个字符且小于 1 MB：请删减或分成两篇。`,
    );
  }
  return findings;
}

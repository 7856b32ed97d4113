import { isBlank } from '../../fields/is-blank.ts';
import type { Release } from '../../ports/release.ts';
import type { ChannelFinding } from '../channel.ts';
import { findForeignWords } from '../shared/foreign-words.ts';
import { findNamesInFront } from '../shared/names-in-front.ts';
import { hanziWeight } from '../shared/text-length.ts';
import { fullWeight, weiboLimit } from './render.ts';

// A delivery's link is `https://<domain>/s/<serial>?d=<uuid>`: its usual length, for a warning in advance.
const usualLink = 38;

/**
 * Why a release does not fit Weibo, one sentence each.
 * @param own the city's hosts
 */
export function validateWeibo(release: Release, own: readonly string[] = []): ChannelFinding[] {
  const findings: ChannelFinding[] = [...findNamesInFront(release), ...findForeignWords(release, own)];
  const title = hanziWeight(release.title.trim());
  if (isBlank(release.title.replace(/[#＃]/g, '')))
    findings.push({ level: 'block', field: 'title', message: '微博推送要有标题：请填写标题。' });
  if (title > weiboLimit - usualLink - 10) {
    findings.push({
      level: 'block',
      field: 'title',
      message: `标题有 ${Math.ceil(title)} 个字，加上链接就超过微博的 140 字：请缩短标题。`,
    });
  }
  if (/[#＃]/.test(release.title + release.summary)) {
    findings.push({ level: 'warn', field: 'title', message: '微博不允许接口发话题：标题和摘要里的“#”会去掉。' });
  }
  const weight = fullWeight(release, usualLink);
  if (weight > weiboLimit) {
    findings.push({
      level: 'warn',
      field: 'summary',
      message: `标题、摘要和链接共约 ${Math.ceil(weight)} 字，微博最多 140 字：摘要末尾会截去，请酌情缩短。`,
    });
  }
  return findings;
}

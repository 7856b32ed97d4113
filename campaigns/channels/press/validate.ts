import { isBlank } from '../../fields/is-blank.ts';
import type { Release } from '../../ports/release.ts';
import type { ChannelFinding } from '../channel.ts';
import { findForeignWords } from '../shared/foreign-words.ts';
import { findNamesInFront, refuseNamesInPrint } from '../shared/names-in-front.ts';

/** Why a release does not make a 供稿包, one sentence each. */
export function validatePress(release: Release): ChannelFinding[] {
  const findings: ChannelFinding[] = [
    ...findNamesInFront(release),
    ...refuseNamesInPrint(release),
    ...findForeignWords(release),
  ];
  if (isBlank(release.title)) findings.push({ level: 'block', field: 'title', message: '供稿要有标题：请填写标题。' });
  if (isBlank(release.text))
    findings.push({ level: 'block', field: 'html', message: '正文是空的，不能供稿：请填写正文。' });
  for (const image of release.images) {
    if (isBlank(image.caption ?? '')) {
      findings.push({
        level: 'warn',
        field: 'images',
        message: `图片“${image.fileName}”没有图说，报社要用：请写明时间、地点、人物。`,
      });
    }
  }
  return findings;
}

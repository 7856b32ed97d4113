import { isBlank } from '../../fields/is-blank.ts';
import type { Release } from '../../ports/release.ts';
import type { ChannelFinding } from '../channel.ts';
import { findForeignWords } from '../shared/foreign-words.ts';
import { findNamesInFront, refuseNamesInPrint } from '../shared/names-in-front.ts';
import { codePoints } from '../shared/text-length.ts';
import { broadcast, duration } from './broadcast.ts';

/** From here on a poster's title is set so small that nobody reads it across a yard. */
const longTitle = 32;
const longestTitle = 100;
/** Loudspeakers: who stands in a yard listens for five minutes. */
const longBroadcast = 300;

/** Why a release does not make a 打印包, one sentence each. */
export function validateCommunity(release: Release, masthead: string, issuer: string): ChannelFinding[] {
  const findings: ChannelFinding[] = [
    ...findNamesInFront(release),
    ...refuseNamesInPrint(release),
    ...findForeignWords(release),
  ];
  const title = codePoints(release.title.trim());
  if (isBlank(release.title)) findings.push({ level: 'block', field: 'title', message: '海报要有标题：请填写标题。' });
  if (title > longestTitle) {
    findings.push({
      level: 'block',
      field: 'title',
      message: `标题有${title}字，海报上放不下：请缩短到${longTitle}字以内。`,
    });
  } else if (title > longTitle) {
    findings.push({
      level: 'warn',
      field: 'title',
      message: `标题有${title}字，海报上的字会很小：最好缩短到${longTitle}字以内。`,
    });
  }
  if (isBlank(release.text))
    return [...findings, { level: 'block', field: 'html', message: '正文是空的，做不成大字版和广播稿：请填写正文。' }];
  const { seconds } = broadcast({ release, masthead, issuer, link: '', picture: null });
  if (seconds.most > longBroadcast) {
    findings.push({
      level: 'warn',
      field: 'html',
      message: `广播稿要念约${duration(seconds.most)}，超过5分钟：请写得短些，或请村里分两次播。`,
    });
  }
  return findings;
}

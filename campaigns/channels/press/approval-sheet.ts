import type { Release } from '../../ports/release.ts';
import { minuteText } from '../../calendar/civil-day.ts';
import { embargoWords, type PressConfig } from './config.ts';

/**
 * 审签单: who approved what, whom to call, when it may be printed. Instants are shown in Asia/Shanghai.
 * @param receipt where the outlet signs for it, null when it cannot
 */
export function approvalSheet(
  release: Release,
  config: PressConfig,
  deliveryId: string,
  link: string,
  receipt: string | null,
): string {
  const rows: [string, string][] = [
    ['稿件', release.title],
    ['类别', release.version > 1 ? `更正稿：请以本版（第 ${release.version} 版）替换此前各版` : '新稿'],
    ['供稿对象', [config.outlet, config.desk?.name, config.page].filter(Boolean).join(' ')],
    ['作者', release.author],
    ['来源', release.source],
    ...(release.reviewNote ? [['审签', release.reviewNote] satisfies [string, string]] : []),
    ['终审签发人', release.signedBy],
    ['签发时间', minuteText(new Date(release.signedAt))],
    ['签发稿校验', `sha256 ${release.hash}`],
    ['刊发时间要求', embargoWords(config.embargo)],
    ['我方联系人', `${config.contact.desk}　电话 ${config.contact.phone}　邮箱 ${config.contact.email}`],
    ['网上原文', link],
    ['供稿编号', deliveryId],
    ...(receipt ? [['收到后请回执', receipt] satisfies [string, string]] : []),
  ];
  return `${rows.map(([name, value]) => `${name}：${value}`).join('\n')}

文字以“稿件.docx”和“稿件.txt”为准，如需改动请先与上述联系人核实。
撤稿或更正会另行通知；已经刊印的不能撤回，请安排更正。`;
}

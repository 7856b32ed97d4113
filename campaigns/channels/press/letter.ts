import type { SendJob } from '../channel.ts';
import { embargoWords, type PressConfig } from './config.ts';
import type { PressNotice } from './notice.ts';

/** Text of the mail that a 供稿包 travels with: what it is, when it may be printed, what is attached, whom to call. */
export function storyLetter({
  config,
  job,
  pictures,
  receipt,
}: {
  config: PressConfig;
  job: SendJob;
  pictures: number;
  receipt: string | null;
}): string {
  const { release, deliveryId, link } = job;
  const { desk, phone, email } = config.contact;
  return [
    `${config.outlet}${config.desk?.name ?? ''}：`,
    '',
    `现供稿一篇：《${release.title}》（${release.author}，${release.source}）。`,
    ...(release.version > 1 ? [`这是更正稿，请以本版（第 ${release.version} 版）替换此前各版。`] : []),
    `刊发时间要求：${embargoWords(config.embargo)}。`,
    ...(config.page ? [`拟用版面：${config.page}。`] : []),
    `附件：稿件（Word、TXT 各一份）、审签单、图片说明${pictures > 0 ? `、原图 ${pictures} 张` : '（本稿没有图片）'}。`,
    '',
    ...(receipt ? ['收到后请打开下面的网址，按“我已收到稿件”回执：', receipt, ''] : []),
    `网上原文：${link}`,
    `供稿编号：${deliveryId}`,
    `我方联系人：${desk}　电话 ${phone}　邮箱 ${email}`,
    '如需改动，请先与上述联系人核实。撤稿或更正会另行通知。',
  ].join('\n');
}

/** Text of the mail that a notice travels with: the notice itself. */
export const noticeLetter = ({ name, paragraphs }: PressNotice): string => [name, '', ...paragraphs].join('\n');

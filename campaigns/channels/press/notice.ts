import { AlignmentType, Document, HeadingLevel, Packer, Paragraph } from 'docx';
import type { Correction, WithdrawJob } from '../channel.ts';
import { textFile, type PackFile } from '../shared/pack.ts';
import { civilDay } from '../../calendar/civil-day.ts';
import type { PressConfig } from './config.ts';

/** A letter to an outlet: a title and paragraphs. */
export interface PressNotice {
  /** File name without extension, e.g. 撤稿通知. */
  name: string;
  paragraphs: string[];
}

/** What a notice is written from. */
export interface NoticeParts {
  config: PressConfig;
  job: WithdrawJob;
  now: Date;
  /** Folder of the 供稿包, when it is known. */
  pack: string | null;
  /** Where the outlet signs for this notice; null when it can only do so on paper. */
  receipt: string | null;
}

/** 撤稿通知: what, why, until when, what to do when it is printed already, and where to sign. */
export function retraction(parts: NoticeParts): PressNotice {
  const { job } = parts;
  return {
    name: '撤稿通知',
    paragraphs: [
      ...head(parts),
      `因${clause(job.reason)}，现请撤回上述稿件，不再刊发、播出、转载。`,
      `请${byDay(job.deadline)}办结：未刊发的停止刊发；网页、客户端、电子版上的请删除；提供给其他单位的请转告撤回。`,
      '已经刊印或播出的不能收回，请在最近一期（次）按“更正启事.txt”刊登更正。',
      '如未收到原稿，请忽略原稿，只回执本通知。',
      ...tail(parts),
    ],
  };
}

/** 更正通知: as it stood, as it must read. */
export function correctionNotice(parts: NoticeParts, { wrong, right }: Correction): PressNotice {
  const { job } = parts;
  return {
    name: '更正通知',
    paragraphs: [
      ...head(parts),
      `因${clause(job.reason)}，上述稿件有一处需要更正。`,
      `原文：${wrong}`,
      `应为：${right}`,
      `请${byDay(job.deadline)}办结：未刊发的照改；网页、客户端、电子版上的请改正并注明；已经刊印或播出的，请在最近一期（次）按“更正启事.txt”刊登更正。`,
      ...tail(parts),
    ],
  };
}

/** 更正启事 for print, which cannot be recalled (channels.md §3). */
export function printedCorrection(job: WithdrawJob, correction: Correction | null): PackFile {
  const body = correction
    ? `本报（台、网）刊发的《${job.release.title}》一文，“${correction.wrong}”应为“${correction.right}”，特此更正，并向读者致歉。`
    : `本报（台、网）刊发的《${job.release.title}》一文，供稿单位已经撤回，请读者不再引用、转载，特此更正，并致歉意。`;
  return textFile('更正启事.txt', `更正\n\n${body}`);
}

/** The letter as Word and as text, the two that a desk takes. */
export async function noticeFiles({ name, paragraphs }: PressNotice): Promise<PackFile[]> {
  const font = { ascii: 'Times New Roman', eastAsia: '宋体', hAnsi: 'Times New Roman' };
  const document = new Document({
    title: name,
    styles: { default: { document: { run: { font, size: 24 }, paragraph: { spacing: { line: 400 } } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: name, heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER }),
          ...paragraphs.map((text) => new Paragraph({ text })),
        ],
      },
    ],
  });
  return [
    { path: `${name}.docx`, bytes: new Uint8Array(await Packer.toBuffer(document)) },
    textFile(`${name}.txt`, `${name}\n\n${paragraphs.join('\n')}`),
  ];
}

function head({ config, job, pack }: NoticeParts): string[] {
  const { release } = job;
  return [
    `${config.outlet}${config.desk?.name ?? ''}：`,
    `稿件：《${release.title}》（第 ${release.version} 版，${release.author}，${release.source}）`,
    `供稿编号：${job.deliveryId}`,
    ...(pack ? [`供稿包：${pack}`] : []),
    `网上原文：${job.link}`,
  ];
}

function tail({ config, now, receipt }: NoticeParts): string[] {
  const { desk, phone, email } = config.contact;
  return [
    `我方联系人：${desk}　电话 ${phone}　邮箱 ${email}`,
    `通知日期：${civilDay(now)}`,
    ...(receipt ? [`办结后请打开这个网址，按“我已收到并处理”回执：${receipt}`] : []),
    '书面回执（不能上网时用，办结后签字，发回上述联系人）：已于　　年　　月　　日办结；处理方式：□未刊发 □已删除 □已更正 □已刊印，更正刊于　　月　　日第　　版；经办人：　　　　',
  ];
}

const byDay = (day: string | null): string => (day ? `于 ${day} 前` : '收到后立即');

/** A reason may come as a sentence; in the letter it stands inside one. */
const clause = (reason: string): string =>
  reason
    .trim()
    .replace(/^因/, '')
    .replace(/[。．.！!；;，,]+$/u, '');

import { drawDoubleRule, drawSeal, ink } from '../../print/marks.ts';
import { openSheet, type Style } from '../../print/sheet.ts';
import { fillTypeCase } from '../../print/type-case.ts';
import type { Correction, WithdrawJob } from '../channel.ts';
import { textFile, type PackFile } from '../shared/pack.ts';
import type { CommunityConfig } from './config.ts';
import { a4 } from './paper.ts';
import { chineseDate, shownAddress } from './source.ts';

/** A sheet that goes to every place where the pack went. */
export interface Notice {
  /** File name without extension and headline, e.g. 撤下通知. */
  name: string;
  /** True when what it is about counts no longer: then it carries the folded seal. */
  ends: boolean;
  /** Which paper is meant. */
  about: string;
  why: string;
  steps: string[];
  tail: string[];
}

/** 撤下通知: which poster, why, what to do by when, whom to tell. */
export function takedown(config: CommunityConfig, job: WithdrawJob, now: Date): Notice {
  return {
    name: '撤下通知',
    ends: true,
    about: about(job),
    why: `因${clause(job.reason)}，这份宣传材料停止使用。`,
    steps: [
      '撕下已经张贴的海报，收回大字版。',
      '停播广播稿；电子屏、微信群里有的，一并删除。',
      '删除电脑里的打印包，不再打印、转发。',
      `${byDay(job.deadline)}办完，把办理情况告诉下面的联系人。`,
    ],
    tail: tail(config, job, now),
  };
}

/** 更正通知: as it stood, as it must read. */
export function correctionNotice(config: CommunityConfig, job: WithdrawJob, now: Date, { wrong, right }: Correction): Notice {
  return {
    name: '更正通知',
    ends: false,
    about: about(job),
    why: `因${clause(job.reason)}，有一处需要更正。原文：“${wrong}”。应为：“${right}”。`,
    steps: [
      '撕下旧海报，收回旧的大字版，删除旧的打印包。',
      '停播旧广播稿；播过的，下一次广播时先念一遍更正。',
      '新的打印包到了以后，贴新海报，播新稿。',
      `${byDay(job.deadline)}办完，把办理情况告诉下面的联系人。`,
    ],
    tail: tail(config, job, now),
  };
}

/** The notice for the board (PDF) and for messages (text). The same notice is the same bytes. */
export async function noticeFiles(notice: Notice, config: CommunityConfig, now: Date): Promise<PackFile[]> {
  const { name, about: which, why, steps, tail: end } = notice;
  const numbered = steps.map((step, i) => `${i + 1}. ${step}`);
  return [
    { path: `${name}.pdf`, bytes: await noticePdf(notice, config, now) },
    textFile(`${name}.txt`, [name, which, why, numbered.join('\n'), end.join('\n')].join('\n\n')),
  ];
}

const margin = 51;
const room = a4.width - 2 * margin;
const text: Style = { size: 21, weight: 400, leading: 1.65, color: ink.text };

async function noticePdf({ name, ends, about: which, why, steps, tail: end }: Notice, { masthead, issuer }: CommunityConfig, now: Date): Promise<Uint8Array> {
  const words = [name, which, why, ...steps, ...end, masthead, issuer, '0123456789.　'].join('');
  const type = await fillTypeCase({ 400: words, 700: words });
  const sheet = openSheet(type, { ...a4, title: name, author: issuer, date: now });
  sheet.line(masthead, margin, 72, { ...text, size: 22, weight: 700, tracking: 0.1 });
  let y = drawDoubleRule(sheet.pdf, margin, 95, room, ink.text) + 34;
  if (ends) drawSeal(sheet.pdf, margin + room - 92, y, 92, { form: 'void' });
  y = sheet.lines([name], margin, y, { ...text, size: 62, weight: 700, leading: 1.3 }) + 30;
  const bold: Style = { ...text, size: 24, weight: 700 };
  y = sheet.lines(sheet.wrap(which, bold, room), margin, y, bold) + 8;
  y = sheet.lines(sheet.wrap(why, text, room), margin, y, text) + 22;
  for (const [i, step] of steps.entries()) {
    sheet.lines([`${i + 1}.`], margin, y, { ...text, weight: 700 });
    y = sheet.lines(sheet.wrap(step, text, room - 34), margin + 34, y, text) + 6;
  }
  const small: Style = { ...text, size: 15, leading: 1.7, color: ink.second };
  y += 16;
  for (const line of end) y = sheet.lines(sheet.wrap(line, small, room), margin, y, small);
  return sheet.bytes();
}

const about = ({ release }: WithdrawJob): string => `《${release.title.trim()}》（第${release.version}版，${chineseDate(release.signedAt)}签发）`;

const tail = ({ contact, issuer }: CommunityConfig, { link }: WithdrawJob, now: Date): string[] => [
  `网页：${shownAddress(link)}`, `联系：${contact.desk}　电话：${contact.phone}`, `${issuer}　${chineseDate(now)}`,
];

const byDay = (day: string | null): string => (day ? `${chineseDate(`${day}T00:00:00+08:00`)}前` : '收到后立即');

/** A reason may come as a sentence; in the notice it stands inside one. */
const clause = (reason: string): string => reason.trim().replace(/^因/, '').replace(/[。．.！!；;，,]+$/u, '');

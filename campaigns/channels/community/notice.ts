import type { Correction, WithdrawJob } from '../channel.ts';
import type { CommunityConfig } from './config.ts';
import { dayInWords } from '../../calendar/civil-day.ts';
import { chineseDate, shownAddress } from './source.ts';

/** A sheet that goes to every place where the pack went. */
export interface CommunityNotice {
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
export function takedown(config: CommunityConfig, job: WithdrawJob, now: Date): CommunityNotice {
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
export function correctionNotice(
  config: CommunityConfig,
  job: WithdrawJob,
  now: Date,
  { wrong, right }: Correction,
): CommunityNotice {
  return {
    name: '更正通知',
    ends: false,
    about: about(job),
    why: `因${clause(job.reason)}，有一处需要更正。原文：“${wrong}”。应为：“${right}”。`,
    steps: [
      '撕下旧海报，收回旧的大字版，换下屏幕上的旧画面，删除旧的打印包。',
      '停播旧广播稿；播过的，下一次广播时先念一遍更正。',
      '新的打印包到了以后，贴新海报，播新稿。',
      `${byDay(job.deadline)}办完，把办理情况告诉下面的联系人。`,
    ],
    tail: tail(config, job, now),
  };
}

const about = ({ release }: WithdrawJob): string =>
  `《${release.title.trim()}》（第${release.version}版，${chineseDate(release.signedAt)}签发）`;

const tail = ({ contact, issuer }: CommunityConfig, { link }: WithdrawJob, now: Date): string[] => [
  `网页：${shownAddress(link)}`,
  `联系：${contact.desk}　电话：${contact.phone}`,
  `${issuer}　${chineseDate(now)}`,
];

const byDay = (day: string | null): string => (day ? `${dayInWords(day)}前` : '收到后立即');

/** A reason may come as a sentence; in the notice it stands inside one. */
const clause = (reason: string): string =>
  reason
    .trim()
    .replace(/^因/, '')
    .replace(/[。．.！!；;，,]+$/u, '');

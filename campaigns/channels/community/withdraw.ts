import { createHash } from 'node:crypto';
import { dirname, basename, join } from 'node:path';
import type { Clock } from '../../ports/clock.ts';
import type { Correction, WithdrawJob, WithdrawOutcome } from '../channel.ts';
import { openNotebook } from '../shared/notebook.ts';
import { writePack } from '../shared/pack.ts';
import type { CommunityConfig } from './config.ts';
import { findInYears, folderFor } from './folders.ts';
import { correctionNotice, takedown, type CommunityNotice } from './notice.ts';

export interface Office {
  config: CommunityConfig;
  clock: Clock;
}

/**
 * Puts a 撤下通知 beside the pack, one per delivery. Paper on a wall comes down by hand, so the copy waits for a person
 * with the notice ready to be passed on.
 */
export const withdraw = (office: Office, job: WithdrawJob): Promise<WithdrawOutcome> =>
  notify(office, job, '撤下', (now) => takedown(office.config, job, now));

/** Puts a 更正通知 there; the same correction twice is one notice. */
export function correct(office: Office, job: WithdrawJob, correction: Correction): Promise<WithdrawOutcome> {
  const which = createHash('sha256')
    .update(JSON.stringify([correction.wrong, correction.right]))
    .digest('hex')
    .slice(0, 8);
  return notify(office, job, `更正-${which}`, (now) => correctionNotice(office.config, job, now, correction));
}

export async function lookWithdrawn({ config }: Office, job: WithdrawJob): Promise<WithdrawOutcome> {
  const existing = await findInYears(config.dir, `${job.deliveryId}-撤下`);
  if (existing) return byHand(config, existing);
  return (await everPacked(config, job)) ? { kind: 'retry', after: 0, note: '还没有撤下通知。' } : never;
}

async function notify(
  { config, clock }: Office,
  job: WithdrawJob,
  what: string,
  noticeAt: (now: Date) => CommunityNotice,
): Promise<WithdrawOutcome> {
  const id = `${job.deliveryId}-${what}`;
  const existing = await findInYears(config.dir, id);
  if (existing) return byHand(config, existing);
  if (!(await everPacked(config, job))) return never;
  const notes = openNotebook(job);
  const key = `notice-${what}`;
  const now = clock.now();
  // Kept, so that a repeat after midnight writes the same folder.
  const folder = notes.text(key) ?? folderFor(now, job, id);
  await notes.write({ [key]: folder });
  const path = join(config.dir, folder);
  try {
    // Typesetting is loaded with the first notice.
    const { noticeFiles } = await import('./notice-files.ts');
    const facts = {
      deliveryId: id,
      notice: what,
      of: job.deliveryId,
      title: job.release.title,
      reason: job.reason,
      deadline: job.deadline,
    };
    await writePack(dirname(path), basename(path), facts, await noticeFiles(noticeAt(now), config, now));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      kind: 'retry',
      after: 60_000,
      note: `通知写不进“${config.dir}”（${why}）：请检查磁盘空间和权限，稍后再试。`,
    };
  }
  return byHand(config, folder);
}

async function everPacked(config: CommunityConfig, job: WithdrawJob): Promise<boolean> {
  if (job.externalId !== null || openNotebook(job).text('folder') !== null) return true;
  return (await findInYears(config.dir, job.deliveryId)) !== null;
}

const never: WithdrawOutcome = { kind: 'already-gone', note: '没有做过这篇稿件的社区打印包。' };

const byHand = (config: CommunityConfig, folder: string): WithdrawOutcome => ({
  kind: 'needs-person',
  steps: `1. 打开“${join(config.dir, folder)}”，把通知发给领过打印包的社区和村。2. 请他们撕下海报、收回大字版、停播广播稿，并删除打印包。3. 逐个核实，回到推送台账登记处理方式、时间和经手人。`,
  note: '通知已备好；贴出去的海报要人去撕，请转给各社区和村。',
});

import { createHash } from 'node:crypto';
import type { Clock } from '../../ports/clock.ts';
import type { Correction, WithdrawJob, WithdrawOutcome } from '../channel.ts';
import { openNotebook } from '../shared/notebook.ts';
import { findPack, safeName, writePack, type PackFile } from '../shared/pack.ts';
import { shanghaiDay } from '../shared/shanghai.ts';
import type { PressConfig } from './config.ts';
import { canceledNinjs } from './ninjs.ts';
import { correctionNotice, noticeFiles, printedCorrection, retraction } from './notice.ts';

export interface Desk {
  config: PressConfig;
  /** The outlet's folder. */
  parent: string;
  clock: Clock;
}

/**
 * Puts a 撤稿通知 beside the 供稿包: a folder of its own, whole or not at all, one per delivery. Nobody can take a pack
 * back from an outlet, so the outcome is “notified” until a person enters the receipt.
 */
export async function withdraw(desk: Desk, job: WithdrawJob): Promise<WithdrawOutcome> {
  return notify(desk, job, '撤稿', async (pack) => [
    ...await noticeFiles(retraction({ ...desk, job, now: desk.clock.now(), pack })),
    printedCorrection(job, null),
    { path: '撤稿.ninjs.json', bytes: canceledNinjs({ ...desk, release: job.release, link: job.link }, `撤稿：${job.reason}`) },
  ]);
}

/** Puts a 更正通知 there; the same correction twice is one notice. */
export async function correct(desk: Desk, job: WithdrawJob, correction: Correction): Promise<WithdrawOutcome> {
  const which = createHash('sha256').update(JSON.stringify([correction.wrong, correction.right])).digest('hex').slice(0, 8);
  return notify(desk, job, `更正-${which}`, async (pack) => [
    ...await noticeFiles(correctionNotice({ ...desk, job, now: desk.clock.now(), pack }, correction)),
    printedCorrection(job, correction),
  ]);
}

export async function lookWithdrawn({ config, parent }: Desk, job: WithdrawJob): Promise<WithdrawOutcome> {
  const existing = await findPack(parent, `${job.deliveryId}-撤稿`);
  if (existing) return notified(config, existing);
  return (await everDelivered(parent, job)) ? { kind: 'retry', after: 0, note: '还没有撤稿通知。' } : never;
}

async function notify(desk: Desk, job: WithdrawJob, what: string, files: (pack: string | null) => Promise<PackFile[]>): Promise<WithdrawOutcome> {
  const { config, parent, clock } = desk;
  const { deliveryId, release } = job;
  const id = `${deliveryId}-${what}`;
  const existing = await findPack(parent, id);
  if (existing) return notified(config, existing);
  if (!(await everDelivered(parent, job))) return never;
  const notes = openNotebook(job);
  const key = `notice-${what}`;
  // Kept, so that a repeat after midnight writes the same folder.
  const folder = notes.text(key) ?? safeName(`${shanghaiDay(clock.now())}-s${release.serial}-v${release.version}-${id}`);
  await notes.write({ [key]: folder });
  try {
    const pack = await findPack(parent, deliveryId) ?? notes.text('folder');
    const facts = { deliveryId: id, notice: what, of: deliveryId, outlet: config.outlet, title: release.title, reason: job.reason, deadline: job.deadline };
    await writePack(parent, folder, facts, await files(pack));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: 'retry', after: 60_000, note: `通知写不进“${parent}”（${why}）：请检查磁盘空间和权限，稍后再试。` };
  }
  return notified(config, folder);
}

/** The outlet may have taken its pack out of the folder; then the notes or the ledger still know of it. */
async function everDelivered(parent: string, job: WithdrawJob): Promise<boolean> {
  if (job.externalId !== null || openNotebook(job).text('folder') !== null) return true;
  return (await findPack(parent, job.deliveryId)) !== null;
}

const never: WithdrawOutcome = { kind: 'already-gone', note: '没有给过这家单位这份稿件。' };

const notified = (config: PressConfig, folder: string): WithdrawOutcome => ({
  kind: 'notified', reference: folder, note: `通知已放入“${config.outlet}”的收稿文件夹，尚无回执；已经刊印的不能收回，请对方刊登更正。`,
});

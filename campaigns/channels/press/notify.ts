import type { Correction, WithdrawJob, WithdrawOutcome } from '../channel.ts';
import { openNotebook } from '../shared/notebook.ts';
import type { PackFile } from '../shared/pack.ts';
import type { Found, Handed } from './deliver/transport.ts';
import { folderName, receiptFor, type Desk } from './desk.ts';
import { noticeLetter } from './letter.ts';
import { canceledNinjs } from './ninjs.ts';
import {
  correctionNotice,
  noticeFiles,
  printedCorrection,
  retraction,
  type PressNotice,
  type NoticeParts,
} from './notice.ts';
import { noticeName } from './notice-name.ts';
import { parcelNotes } from './parcel.ts';

/**
 * Sends a 撤稿通知 by the way the 供稿包 went: a parcel of its own, one per delivery. Nobody can take a pack back from an
 * outlet, so the outcome is “notified” until the receipt comes.
 */
export async function withdraw(desk: Desk, job: WithdrawJob): Promise<WithdrawOutcome> {
  return notify(desk, job, noticeName(null), retraction, [
    printedCorrection(job, null),
    {
      path: '撤稿.ninjs.json',
      bytes: canceledNinjs({ ...desk, release: job.release, link: job.link }, `撤稿：${job.reason}`),
    },
  ]);
}

/** Sends a 更正通知; the same correction twice is one notice. */
export async function correct(desk: Desk, job: WithdrawJob, correction: Correction): Promise<WithdrawOutcome> {
  return notify(desk, job, noticeName(correction), (parts) => correctionNotice(parts, correction), [
    printedCorrection(job, correction),
  ]);
}

export async function lookWithdrawn(desk: Desk, job: WithdrawJob): Promise<WithdrawOutcome> {
  const what = noticeName(null);
  const found = await desk.transport.find(
    `${job.deliveryId}-${what}`,
    parcelNotes(openNotebook(job), `notice-${what}`),
    job.signal,
  );
  if (found.kind !== 'absent') return outcomeOf(desk, job, what, found);
  return (await everDelivered(desk, job)) ? { kind: 'retry', after: 0, note: '还没有撤稿通知。' } : never;
}

async function notify(
  desk: Desk,
  job: WithdrawJob,
  what: string,
  write: (parts: NoticeParts) => PressNotice,
  more: PackFile[],
): Promise<WithdrawOutcome> {
  const { config, clock, transport } = desk;
  const { deliveryId, release } = job;
  const id = `${deliveryId}-${what}`;
  const notebook = openNotebook(job);
  const notes = parcelNotes(notebook, `notice-${what}`);
  const found = await transport.find(id, notes, job.signal);
  if (found.kind !== 'absent') return outcomeOf(desk, job, what, found);
  if (!(await everDelivered(desk, job))) return never;
  const folder = notes.folder() ?? folderName(desk, job, id);
  await notes.write({ folder, by: transport.by });
  const notice = write({
    config,
    job,
    now: clock.now(),
    pack: notebook.text('folder'),
    receipt: receiptFor(desk, deliveryId, what, job.deadline),
  });
  const handed = await transport.deliver(
    {
      id,
      folder,
      facts: {
        notice: what,
        of: deliveryId,
        outlet: config.outlet,
        title: release.title,
        reason: job.reason,
        deadline: job.deadline,
      },
      files: [...(await noticeFiles(notice)), ...more],
      subject: `【${notice.name}】${release.title}`,
      letter: noticeLetter(notice),
    },
    notes,
    job.signal,
  );
  return outcomeOf(desk, job, what, handed);
}

/** The outlet may have taken its pack out of the folder; then the notes or the ledger still know of it. */
async function everDelivered({ transport }: Desk, job: WithdrawJob): Promise<boolean> {
  const notes = parcelNotes(openNotebook(job), 'folder');
  if (job.externalId !== null || notes.folder() !== null) return true;
  return (await transport.find(job.deliveryId, notes, job.signal)).kind === 'there';
}

const never: WithdrawOutcome = { kind: 'already-gone', note: '没有给过这家单位这份稿件。' };

function outcomeOf({ config }: Desk, job: WithdrawJob, what: string, handed: Handed | Found): WithdrawOutcome {
  const { desk } = config;
  const whom = `${config.outlet}${desk ? `${desk.name}（电话 ${desk.phone}，邮箱 ${desk.email}）` : ''}`;
  switch (handed.kind) {
    case 'there':
      return {
        kind: 'notified',
        reference: handed.reference,
        note: `通知${handed.note}尚无回执；已经刊印的不能收回，请对方刊登更正。`,
      };
    case 'unknown':
      return { kind: 'unknown', lookAfter: handed.lookAfter, note: handed.note };
    case 'retry':
      return { kind: 'retry', after: handed.after, note: `通知${handed.note}` };
    case 'absent':
      return { kind: 'retry', after: 0, note: handed.note };
    case 'blocked':
    case 'doubt':
      return {
        kind: 'needs-person',
        note: handed.note,
        steps: `1. 打电话给${whom}，告知${what.startsWith('更正') ? '更正' : '撤稿'}《${job.release.title}》（供稿编号 ${job.deliveryId}），请对方${job.deadline ? `在 ${job.deadline} 前` : '立即'}删除或更正。2. 把书面通知另行送到。3. 回到推送台账登记处理方式、时间和经手人。`,
      };
  }
}

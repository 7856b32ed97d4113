import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WithdrawJob, WithdrawOutcome } from '../channel.ts';
import { openNotebook } from '../shared/notebook.ts';
import { findPack, textFile } from '../shared/pack.ts';

/** Lies in a pack whose story has been taken back, so that nobody publishes it afterwards. */
export const warningName = '已撤回，请勿发布.txt';

/** Nobody but a person knows whether a pack has been published, so a person gets the checklist; the pack is marked. */
export async function withdrawByHand(
  { name, parent, what }: { name: string; parent: string; what: string },
  job: WithdrawJob,
): Promise<WithdrawOutcome> {
  const folder = await findPack(parent, job.deliveryId);
  const known =
    folder !== null || openNotebook(job).text('folder') !== null || job.externalId !== null || job.url !== null;
  if (!known) return { kind: 'already-gone', note: `没有备过这篇稿件的人工推送包，不用从${name}撤下。` };
  const steps = [
    '不要再用这份人工推送包发布；还存在草稿里的，删去草稿。',
    `打开${what}，查找《${job.release.title.trim()}》${job.url ? `（${job.url}）` : ''}。`,
    '已经发布的，删除并确认，再用手机打开原网址，看到已删除为止；没有发布的，写明“未发布”。',
    '回到推送台账登记处理方式、时间和经手人。',
  ];
  if (folder) {
    const { path, bytes } = textFile(
      warningName,
      [
        `撤回原因：${job.reason}`,
        `办结期限：${job.deadline ?? '立即'}`,
        ...steps.map((s, i) => `□ ${i + 1}. ${s}`),
      ].join('\n'),
    );
    try {
      await writeFile(join(parent, folder, path), bytes);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { kind: 'retry', after: 60_000, note: `人工推送包里写不进撤回说明（${why}），稍后再试。` };
    }
  }
  return {
    kind: 'needs-person',
    steps: steps.map((s, i) => `${i + 1}. ${s}`).join(''),
    note: `${name}没有接口，请人按清单撤回。`,
  };
}

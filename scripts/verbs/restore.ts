import { resolve } from 'node:path';
import { z } from 'zod';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { restore } from '../backup/restore.ts';
import { printResult, say } from '../cli/talk.ts';
import { defineVerb, jsonFlag } from '../cli/verb.ts';
import { isMongo } from '../installation/kind.ts';
import { keepOut } from '../installation/in-use.ts';
import { callerFolder } from '../settings/caller.ts';
import { keepPrivate } from '../settings/private.ts';
import { readSettings } from '../settings/settings.ts';

/** Before anything is served. A backup of an older version is upgraded by the next start, which then does it first of all. */
async function endWhatWasEnded(): Promise<void> {
  try {
    const { openCms } = await import('../compose/open-cms.ts');
    const { pendingIn } = await import('../../cms/sqlite/migrate/pending.ts');
    const { endAgain } = await import('../start/end-again.ts');
    const settings = readSettings();
    if (!isMongo(settings) && (await pendingIn(settings.sqliteFile)).pending.length > 0)
      return say('备份来自旧版本：下次启动会先升级，再按撤回登记把撤回过的重新撤回，然后才对外服务。');
    const cms = await openCms();
    try {
      if ((await endAgain(cms.payload, systemClock)).length === 0)
        say('已对照撤回登记：备份里没有已经撤回、销毁的内容又活过来。');
    } finally {
      await cms.close();
    }
  } catch (error) {
    say(
      `恢复好的数据库这时没能打开（${error instanceof Error ? error.message : String(error)}）：下次启动会先按撤回登记办理，再对外服务。`,
    );
  }
}

export const verb = defineVerb({
  name: 'restore',
  summary: '从 chengxin backup 做的备份恢复（先停下系统；逐个核对校验和）',
  words: ['DIR'],
  flags: { force: { type: 'boolean', help: '数据目录里已有数据时也恢复，原有的移到一边留着' }, json: jsonFlag },
  schema: z.object({
    DIR: z.string({ error: '请写备份所在的文件夹。' }).min(1),
    force: z.boolean().default(false),
    json: z.boolean().default(false),
  }),
  async run({ DIR, force, json }) {
    keepPrivate();
    const settings = readSettings();
    const letIn = await keepOut(settings.DATA_DIR);
    const { files, madeAt, kept } = await restore(settings, resolve(callerFolder(), DIR), {
      force,
      now: systemClock.now(),
    }).finally(letIn);
    if (kept) say(`原有的数据移到了 ${kept}，确认无误后可以删掉。`);
    await endWhatWasEnded();
    say('备份以后发出的推送，台账里没有，系统会以为还没发：启动推送之前请照 docs/operations.md 第 5 节核对。');
    printResult(json, { dataDir: settings.DATA_DIR, madeAt, files: files.length, kept }, () => [
      `已恢复 ${files.length} 个文件（${madeAt} 的备份）到 ${settings.DATA_DIR}。`,
    ]);
  },
});

import { z } from 'zod';
import { restore } from '../backup/restore.ts';
import { printResult, say } from '../cli/talk.ts';
import { defineVerb, jsonFlag } from '../cli/verb.ts';
import { requireFreePort } from '../settings/ports.ts';
import { readSettings } from '../settings/settings.ts';

export const verb = defineVerb({
  name: 'restore',
  summary: '从 chengxin backup 做的备份恢复（先停下系统；逐个核对校验和）',
  words: ['DIR'],
  flags: { force: { type: 'boolean', help: '数据目录里已有数据时也恢复，原有的移到一边留着' }, json: jsonFlag },
  schema: z.object({ DIR: z.string({ error: '请写备份所在的文件夹。' }).min(1), force: z.boolean().default(false), json: z.boolean().default(false) }),
  async run({ DIR, force, json }) {
    const settings = readSettings();
    // Somebody who answers there would go on writing into what has been moved away.
    await requireFreePort(settings.SITE_PORT, 'SITE_PORT');
    await requireFreePort(settings.ADMIN_PORT, 'ADMIN_PORT');
    const { files, madeAt, kept } = await restore(settings, DIR, { force, now: new Date() });
    if (kept) say(`原有的数据移到了 ${kept}，确认无误后可以删掉。`);
    say('备份以后发出的推送，台账里没有，系统会以为还没发：启动推送之前请照 docs/operations.md 第 5 节核对。');
    printResult(json, { dataDir: settings.DATA_DIR, madeAt, files: files.length, kept }, () => [`已恢复 ${files.length} 个文件（${madeAt} 的备份）到 ${settings.DATA_DIR}。`]);
  },
});

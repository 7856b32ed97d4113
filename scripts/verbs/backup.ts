import { systemClock } from '../../campaigns/ports/clock.ts';
import { resolve } from 'node:path';
import { z } from 'zod';
import { lastBackupFile } from '../../cms/ops/health/process-facts.ts';
import { printResult, say } from '../cli/talk.ts';
import { writeWhole } from '../cli/write-whole.ts';
import { defineVerb, jsonFlag } from '../cli/verb.ts';
import { backup } from '../backup/backup.ts';
import { callerFolder } from '../settings/caller.ts';
import { keepPrivate } from '../settings/private.ts';
import { readSettings } from '../settings/settings.ts';

export const verb = defineVerb({
  name: 'backup',
  summary: '把数据库、图片、密钥完整地备份到一个新文件夹（不用停机）',
  words: ['DIR'],
  flags: { json: jsonFlag },
  schema: z.object({
    DIR: z.string({ error: '请写备份到哪个文件夹，如 /backup/chengxin-20260314。' }).min(1),
    json: z.boolean().default(false),
  }),
  async run({ DIR: named, json }) {
    const DIR = resolve(callerFolder(), named);
    keepPrivate();
    const settings = readSettings();
    const { files, madeAt } = await backup(settings, DIR, systemClock.now());
    // So that one can say how old the newest backup is.
    await writeWhole(lastBackupFile(settings.DATA_DIR), JSON.stringify({ at: madeAt, dir: DIR }));
    const bytes = files.reduce((sum, f) => sum + f.bytes, 0);
    say('里面有登录签名用的密钥：请只让管理员读得到。');
    printResult(json, { dir: DIR, madeAt, files: files.length, bytes }, () => [
      `已备份 ${files.length} 个文件，共 ${(bytes / 1e6).toFixed(1)} MB，都记下了校验和：${DIR}`,
    ]);
  },
});

import { z } from 'zod';
import { say } from '../cli/talk.ts';
import { defineVerb } from '../cli/verb.ts';
import { migrate } from '../compose/migrate.ts';
import { openCms } from '../compose/open-cms.ts';

export const verb = defineVerb({
  name: 'migrate',
  summary: '把数据库升级到当前版本（先备份，再升级）',
  flags: {},
  schema: z.object({}),
  async run() {
    const cms = await openCms();
    const done = await migrate(cms);
    say(done.length > 0 ? `已执行 ${done.length} 项升级：${done.join('、')}` : '数据库已经是最新版本。');
    await cms.close();
  },
});

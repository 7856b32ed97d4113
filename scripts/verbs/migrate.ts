import { z } from 'zod';
import { say } from '../cli/talk.ts';
import { defineVerb } from '../cli/verb.ts';
import { openReady } from '../installation/open-ready.ts';

export const verb = defineVerb({
  name: 'migrate',
  summary: '把数据库升级到当前版本（先留一份完整的副本，再升级）',
  flags: {},
  schema: z.object({}),
  async run() {
    const { migrated: done, close } = await openReady({ for: 'migrate' });
    say(done.length > 0 ? `已执行 ${done.length} 项升级：${done.join('、')}` : '数据库已经是最新版本。');
    await close();
  },
});

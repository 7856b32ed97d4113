import { z } from 'zod';
import { defineVerb } from '../cli/verb.ts';
import { start } from '../start/start.ts';

export const verb = defineVerb({
  name: 'start',
  summary: '启动整套系统：公众网站、编辑后台、推送调度',
  flags: { role: { type: 'string', value: 'all|site|admin|worker', help: '只启动其中一部分（默认 all）' } },
  schema: z.object({
    role: z.enum(['all', 'site', 'admin', 'worker'], { error: '只能是 all、site、admin 或 worker。' }).default('all'),
  }),
  run: ({ role }) => start(role),
});

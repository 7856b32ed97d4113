import { z } from 'zod';
import { buildAll } from '../build/build.ts';
import { defineVerb } from '../cli/verb.ts';

export const verb = defineVerb({
  name: 'build',
  summary: '构建公众网站和编辑后台（start 会在需要时自动做）',
  flags: { force: { type: 'boolean', help: '没有改动也重新构建' } },
  schema: z.object({ force: z.boolean().default(false) }),
  run: ({ force }) => buildAll(force),
});

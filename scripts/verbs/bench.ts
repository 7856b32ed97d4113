import { spawn } from 'node:child_process';
import { z } from 'zod';
import { exitCodes } from '../cli/failure.ts';
import { say } from '../cli/talk.ts';
import { defineVerb } from '../cli/verb.ts';

const files = {
  site: 'scripts/bench/site.ts',
  outbox: 'scripts/bench/outbox.ts',
  calendar: 'scripts/bench/calendar.ts',
  checks: 'scripts/bench/checks.ts',
  audit: 'scripts/bench/audit.ts',
  kills: 'scripts/bench/kills.ts',
  tick: 'scripts/bench/tick.ts',
} as const;
type Name = keyof typeof files;

export const verb = defineVerb({
  name: 'bench',
  summary:
    '测量：上线延迟与网页吞吐（site）、推送吞吐（outbox）、节点推算（calendar）、文稿检查（checks）、审计核验（audit）、第一次启动和升级中途 kill -9（kills）、闲着的一分钟和整个产品的处理器时间（tick）',
  words: ['NAME'],
  flags: {
    full: {
      type: 'boolean',
      help: '用更大的数据量（outbox：一百万份已完成的推送；kills：各60次；tick：十万篇稿件、一百万份推送）',
    },
  },
  schema: z.object({
    NAME: z
      .enum(Object.keys(files) as [Name, ...Name[]], {
        error: '只能是 site、outbox、calendar、checks、audit、kills 或 tick，不写就全部测量。',
      })
      .optional(),
    full: z.boolean().default(false),
  }),
  async run({ NAME, full }) {
    for (const name of NAME ? [NAME] : (Object.keys(files) as Name[])) {
      say(`\n== ${name}`);
      const code = await new Promise<number>((resolve) => {
        const child = spawn(
          process.execPath,
          ['--disable-warning=ExperimentalWarning', files[name], ...(full ? ['--full'] : [])],
          { stdio: 'inherit' },
        );
        child.on('exit', (value) => resolve(value ?? 1));
      });
      if (code !== 0) return exitCodes.failed;
    }
    return exitCodes.ok;
  },
});

import { environment } from '../settings/environment.ts';
import { spawn } from 'node:child_process';
import { z } from 'zod';
import { say } from '../cli/talk.ts';
import { defineVerb } from '../cli/verb.ts';

/** Runs one command to its end with our output; resolves with its exit code. */
function run(args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...environment(), TZ: 'Asia/Shanghai' } });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

export const verb = defineVerb({
  name: 'test',
  summary: '运行全部测试（单元、存储、整链；有浏览器时也跑浏览器测试）',
  flags: { report: { type: 'string', value: '文件', help: '另存一份 JSON 报告' } },
  schema: z.object({ report: z.string().optional() }),
  async run({ report }) {
    say('▸ 类型、单元、存储与整链测试 …');
    const reporters = report ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : [];
    return run(['node_modules/vitest/vitest.mjs', 'run', ...reporters]);
  },
});

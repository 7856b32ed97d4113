import { z } from 'zod';
import { exitCodes } from '../cli/failure.ts';
import { printResult } from '../cli/talk.ts';
import { defineVerb, jsonFlag } from '../cli/verb.ts';
import { examine } from '../doctor/examine.ts';

const marks = { ok: '✓', warn: '!', fail: '✗' } as const;

export const verb = defineVerb({
  name: 'doctor',
  summary: '体检：环境变量、数据库、磁盘、时钟、端口、渠道、内容文件',
  flags: { json: jsonFlag },
  schema: z.object({ json: z.boolean().default(false) }),
  async run({ json }) {
    const findings = await examine();
    printResult(json, findings, () => findings.map((f) => `${marks[f.state]} ${f.check}：${f.message}`));
    return findings.some((f) => f.state === 'fail') ? exitCodes.failed : exitCodes.ok;
  },
});

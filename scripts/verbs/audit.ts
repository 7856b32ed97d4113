import { z } from 'zod';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { readEnv } from '../../cms/env.ts';
import { exitCodes, Failure } from '../cli/failure.ts';
import { printResult } from '../cli/talk.ts';
import { defineVerb, jsonFlag } from '../cli/verb.ts';
import { readSettings } from '../settings/settings.ts';

export const verb = defineVerb({
  name: 'audit',
  summary: '审计：verify 核验审计记录有没有被改动、删除、调换或截尾（不用停机，什么也不改）',
  words: ['ACT'],
  flags: { json: jsonFlag },
  schema: z.object({ ACT: z.enum(['verify'], { error: '请写 verify。' }), json: z.boolean().default(false) }),
  async run({ json }) {
    readSettings();
    const { auditCheckpointDir, dataDir, database } = readEnv();
    const { verifyInstallation } = await import('../../cms/audit/verify/verify-installation.ts');
    const verdict = await verifyInstallation(
      { dataDir, database, checkpointDir: auditCheckpointDir },
      systemClock.now(),
    ).catch((error: unknown) => {
      throw new Failure(
        `读不了审计记录：${error instanceof Error ? error.message.split('\n')[0] : String(error)}。请检查 DATA_DIR 和 DATABASE_URL。`,
        exitCodes.environment,
        { cause: error },
      );
    });
    const { checkpoints, firstBad, ok, rows, uncovered } = verdict;
    printResult(json, { ok, rows, firstBad, checkpoints, uncovered }, () => {
      if (firstBad)
        return [
          `✗ 审计记录被动过${firstBad.seq > 0 ? `，第一处在第${firstBad.seq}行` : ''}：${firstBad.reason}`,
          `  共${rows}行，对照了${checkpoints}个检查点。`,
        ];
      if (rows === 0) return ['还没有审计记录：系统还没有启动过，或者还没有人做过什么。'];
      return [
        `✓ 审计记录完整：${rows}行，对照了${checkpoints}个检查点。${uncovered > 0 ? `最后${uncovered}行还没有检查点。` : ''}`,
      ];
    });
    return ok ? exitCodes.ok : exitCodes.failed;
  },
});

import { exitCodes, Failure } from '../cli/failure.ts';
import { say, step } from '../cli/talk.ts';
import { isEmpty } from './is-empty.ts';
import { migrate, pendingMigrations, wasMigrated } from './migrate.ts';
import type { OpenCms } from './open-cms.ts';

/**
 * Makes an installation that was never started usable for a command: schema, and starter content when `starter`.
 * An existing one that is behind is not touched in passing.
 * @throws Failure when it must be upgraded first
 */
export async function prepare(cms: OpenCms, { starter }: { starter: boolean }): Promise<void> {
  if ((await pendingMigrations(cms)) > 0) {
    if (await wasMigrated(cms)) {
      throw new Failure('数据库还是旧版本的：请先运行 chengxin migrate（start 会自动做），再运行这条命令。', exitCodes.environment);
    }
    await migrate(cms);
  }
  if (starter && (await isEmpty(cms))) {
    say('还没有任何数据，先写入示例内容。');
    const { seed } = await import('../../cms/starter/seed.ts');
    await step('写入示例内容', () => seed(cms.payload));
  }
}

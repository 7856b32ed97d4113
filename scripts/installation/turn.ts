import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lockFile } from '../../cms/sqlite/file-lock.ts';
import { say } from '../cli/talk.ts';
import type { Settings } from '../settings/settings.ts';
import { isMongo } from './kind.ts';

const turnFile = '.starting';

/**
 * One process at a time prepares an installation: schema, first content, first account. The others wait until it is done
 * and then find everything there; one that dies gives its turn up by itself.
 * SQLite: a lock of the operating system in the data folder. MongoDB: a lease in the database, because the other process
 * may be on another machine.
 * @returns how to end the turn; call it also when the preparation failed
 */
export async function takeTurn(settings: Pick<Settings, 'DATA_DIR' | 'DATABASE_URL'>): Promise<() => Promise<void>> {
  const attempt = isMongo(settings)
    ? async () => (await import('./lease.ts')).takeLease(settings.DATABASE_URL ?? '')
    : async () => lockFile(join(settings.DATA_DIR, turnFile), 'exclusive');
  for (let told = false; ; told = true) {
    const end = await attempt();
    if (end) return async () => end();
    if (!told) say('▸ 另一个进程正在准备同一份数据（升级数据库、写入示例内容、建第一个账号）：等它做完再继续 …');
    await sleep(250);
  }
}

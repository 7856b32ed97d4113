import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { checkIntegrity } from '../../cms/sqlite/check-integrity.ts';
import type { Inspection } from '../../cms/sqlite/inspect.ts';
import { exitCodes, Failure } from '../cli/failure.ts';
import type { Settings } from '../settings/settings.ts';
import { copiesIn } from './copies.ts';

type Place = Pick<Settings, 'DATA_DIR' | 'sqliteFile'>;

/**
 * What a SQLite database is before anybody opens it.
 * @returns `new` when nobody has ever written into it
 * @throws Failure naming `chengxin restore` when it is damaged, or gone though its pictures are there: neither is ever
 *   written over, least of all with examples
 */
export async function requireSound(settings: Place): Promise<'new' | 'ok'> {
  const found = await checkIntegrity(settings.sqliteFile);
  if (found.state === 'ok') return 'ok';
  if (found.state === 'missing' || found.state === 'empty') {
    const traces = await tracesIn(settings.DATA_DIR);
    if (traces.length === 0) return 'new';
    const is = found.state === 'missing' ? '不见了' : '是空的';
    throw new Failure(
      `数据库 ${settings.sqliteFile} ${is}，而 ${settings.DATA_DIR} 里还有以前的${traces.join('、')}：没有启动，也没有写入示例内容。${await howToRestore(settings)}确实要从头开始的，先把 ${settings.DATA_DIR} 整个移到别处。`,
      exitCodes.environment,
    );
  }
  throw new Failure(await sentenceFor(settings, found), exitCodes.environment);
}

/** One sentence for a database that cannot be used. */
export async function sentenceFor(settings: Place, { state, why }: Pick<Inspection, 'state' | 'why'>): Promise<string> {
  const shortly = (why ?? '').replaceAll(/\s+/g, ' ').slice(0, 160);
  if (state === 'closed')
    return `数据库 ${settings.sqliteFile} 打不开（${shortly}）：请检查这个文件和所在文件夹的权限。`;
  return `数据库 ${settings.sqliteFile} 损坏了（${shortly}）：不能使用，什么都没有改动。${await howToRestore(settings)}`;
}

async function howToRestore({ DATA_DIR }: Place): Promise<string> {
  const newest = (await copiesIn(DATA_DIR)).at(-1);
  return `请用最近的备份恢复：npx chengxin restore 备份文件夹 --force（现在的会移到一边留着）${newest ? `；最近一次升级前自动留的副本在 ${newest}` : ''}。`;
}

/** What only an installation that was used has beside its database. */
async function tracesIn(dataDir: string): Promise<string[]> {
  const filled = async (name: string) => (await readdir(join(dataDir, name)).catch(() => [])).length > 0;
  return [
    ...((await filled('media')) ? ['图片'] : []),
    ...((await filled('papers')) ? ['证明材料'] : []),
    ...(existsSync(join(dataDir, 'audit/checkpoints.jsonl')) ? ['审计检查点'] : []),
  ];
}

import { createHash, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the key that seals rows and checkpoints lies. Machines that share a database share this file. */
const keyFile = (dataDir: string): string => join(dataDir, 'secrets', 'audit.key');

/** The key of this data folder, or null when there is none. Changes nothing. */
export function readKey(dataDir: string): Buffer | null {
  try {
    const key = Buffer.from(readFileSync(keyFile(dataDir), 'utf8').trim(), 'hex');
    return key.length === 32 ? key : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The key of this data folder, made when there is none yet. @throws Error with a Chinese sentence when it is spoilt */
export function ensureKey(dataDir: string): Buffer {
  const known = readKey(dataDir);
  if (known) return known;
  const file = keyFile(dataDir);
  mkdirSync(join(dataDir, 'secrets'), { recursive: true, mode: 0o700 });
  const mine = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  writeFileSync(mine, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
  try {
    // A link appears whole or not at all: of several processes that start together one makes the key.
    linkSync(mine, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(mine);
  }
  const key = readKey(dataDir);
  if (!key) throw new Error(`审计密钥 ${file} 的内容不完整：请从备份里取回，不要删掉重做，否则以前的记录都不能核验。`);
  return key;
}

/** Names a key without giving it away. */
export const keyName = (key: Buffer): string => createHash('sha256').update(key).digest('hex').slice(0, 8);

import { mkdirSync } from 'node:fs';
import { getPayload, type Payload } from 'payload';
import { environment, readEnv } from './env.ts';

/**
 * The process's one Payload instance (the admin, the scheduler and the reader share it). Does not migrate.
 * @throws Error with a Chinese sentence when the environment is wrong or has no secret.
 */
export async function getCms(): Promise<Payload> {
  const env = readEnv();
  if (!env.secret) throw new Error('缺少 PAYLOAD_SECRET：请用 chengxin 命令启动（会自动生成），或在环境变量里给出。');
  mkdirSync(env.dataDir, { recursive: true });
  environment().DISABLE_PAYLOAD_HMR ??= 'true';
  const { default: config } = await import('./payload.config.ts');
  return getPayload({ config });
}

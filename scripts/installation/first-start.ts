import type { Payload } from 'payload';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { noteFirstStart, readFirstStart } from '../../cms/starter/first-start.ts';
import { say, step } from '../cli/talk.ts';
import { firstLogin, type Login } from './first-login.ts';

/**
 * Carries the first start of an installation through: starter content, first account, and the record that it is done.
 * Each step can be repeated, and the record says how far it came: one that was killed is completed by the next start, one
 * that is done is never begun again, so deleted examples stay deleted.
 * @param again whether this start shows people where to log in, and so may give the first account a new password
 * @returns the log-in to print, or null
 */
export async function completeFirstStart(
  payload: Payload,
  clock: Clock,
  { again }: { again: boolean },
): Promise<Login | null> {
  const before = await readFirstStart(payload);
  if (before === 'done') return firstLogin(payload, { again });
  if (before === 'begun') say('▸ 上次第一次启动没有做完（被中断了）：接着做完。');
  if (before === 'begun' || (await isUnused(payload))) {
    await noteFirstStart(payload, 'begun', clock.now());
    const { seed } = await import('../../cms/starter/seed.ts');
    await step('写入示例内容', () => seed(payload, (line) => say(`  ${line}`), { installing: true }));
  }
  const login = await firstLogin(payload, { again });
  await noteFirstStart(payload, 'done', clock.now());
  return login;
}

/** True where nobody has an account and nothing stands but, perhaps, examples that an earlier version did not finish. */
export async function isUnused(payload: Payload): Promise<boolean> {
  const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true });
  if (totalDocs > 0) return false;
  const { docs } = await payload.find({
    collection: 'stories',
    depth: 0,
    pagination: false,
    select: { stage: true },
    overrideAccess: true,
  });
  // Examples have ids of UUID version 5, what people write or import version 7.
  return docs.every(({ id }) => String(id)[14] === '5');
}

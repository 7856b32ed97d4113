import type { AfterErrorHook, CollectionConfig } from 'payload';
import { fold } from '../checks/fold/fold.ts';
import { findPersonalData } from '../checks/personal-data/find-personal-data.ts';
import { actorOf, originOf, visitor } from './actor.ts';
import type { AuditFacts } from './row.ts';
import { sentence } from './said.ts';
import { trailOf } from './trail-of.ts';

const event = { phase: 'event', intent: null, target: 'users', changes: null, reason: null } as const satisfies Partial<AuditFacts>;

/** Who logs in and out. */
export const watchLogins = (users: CollectionConfig): CollectionConfig => ({
  ...users,
  hooks: {
    ...users.hooks,
    afterLogin: [...(users.hooks?.afterLogin ?? []), async ({ req, user }) => {
      const actor = actorOf({ user });
      if (actor) await trailOf(req.payload)?.append({ ...event, ...actor, ...originOf(req), act: 'login', said: sentence('login', null, null), rowId: actor.actorId, title: actor.actorName });
    }],
    afterLogout: [...(users.hooks?.afterLogout ?? []), async ({ req }) => {
      const actor = actorOf(req);
      if (actor) await trailOf(req.payload)?.append({ ...event, ...actor, ...originOf(req), act: 'logout', said: sentence('logout', null, null), rowId: actor.actorId, title: actor.actorName });
    }],
  },
});

/** Log-ins that were refused, whatever refused them. The password is never looked at, the name kept only as a digest. */
export const watchFailedLogins: AfterErrorHook = async ({ collection, error, req }) => {
  const path = new URL(req.url ?? '/', 'http://localhost').pathname;
  if (collection?.slug !== 'users' || !path.endsWith('/login') || error.name === 'PasswordRight') return;
  const trail = trailOf(req.payload);
  const origin = originOf(req);
  const others = repeated(`${origin.ip}\n${error.message}`, Date.now());
  if (others === null) return;
  const act = error.name === 'StepOwed' ? 'login-step' : 'login-failed';
  const given = (req.data as { email?: unknown } | undefined)?.email;
  const email = typeof given === 'string' ? given.trim().toLowerCase() : '';
  const known = email ? await req.payload.db.findOne<{ id: string; name?: string }>({ collection: 'users', where: { email: { equals: email } } }) : null;
  await trail?.append({
    ...event, ...visitor, ...origin, act, rowId: known?.id ?? null,
    title: known?.name ?? null,
    said: sentence(act, null, known?.name ?? (email ? `没有这个账号，摘要${trail.digest(email)}` : null)),
    reason: shortly(`${error.message}${others > 0 ? `（上一行以后还有${others}次）` : ''}`),
  }).catch((problem: unknown) => req.payload.logger.error({ err: problem }, '登录失败没有记进审计'));
};

const quietMs = 60_000;
const perMinute = 20;
const most = 1000;
const lately = new Map<string, { since: number; told: number; left: number }>();

/**
 * Somebody who knocks without end must not fill the trail: of one address, so many a minute have rows of their own.
 * @returns how many since the last row were only counted, or null when this one is
 */
function repeated(subject: string, now: number): number | null {
  const seen = lately.get(subject);
  if (!seen || now - seen.since > quietMs) {
    if (lately.size >= most) lately.clear();
    lately.set(subject, { since: now, told: 1, left: 0 });
    return seen?.left ?? 0;
  }
  seen.told += 1;
  if (seen.told <= perMinute) return 0;
  seen.left += 1;
  return null;
}

const shortly = (message: string): string | null => (findPersonalData(fold(message)).length > 0 ? null : message.slice(0, 100) || null);

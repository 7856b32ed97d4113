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
  if (collection?.slug !== 'users' || !path.endsWith('/login')) return;
  const trail = trailOf(req.payload);
  const given = (req.data as { email?: unknown } | undefined)?.email;
  const email = typeof given === 'string' ? given.trim().toLowerCase() : '';
  const known = email ? await req.payload.db.findOne<{ id: string; name?: string }>({ collection: 'users', where: { email: { equals: email } } }) : null;
  await trail?.append({
    ...event, ...visitor, ...originOf(req), act: 'login-failed', rowId: known?.id ?? null,
    title: known?.name ?? null,
    said: sentence('login-failed', null, known?.name ?? (email ? `没有这个账号，摘要${trail.digest(email)}` : null)),
    reason: shortly(error.message),
  }).catch((problem: unknown) => req.payload.logger.error({ err: problem }, '登录失败没有记进审计'));
};

const shortly = (message: string): string | null => (findPersonalData(fold(message)).length > 0 ? null : message.slice(0, 100) || null);

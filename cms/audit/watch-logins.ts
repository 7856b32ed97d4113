import type { AfterErrorHook, CollectionConfig, Payload } from 'payload';
import { instantText } from '../../campaigns/calendar/civil-day.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { fold } from '../checks/fold/fold.ts';
import { findPersonalData } from '../checks/personal-data/find-personal-data.ts';
import { actorOf, nowhere, originOf, visitor } from './actor.ts';
import { createRefusals, tallyWords, type Refusals, type Tally } from './refused-logins.ts';
import type { AuditFacts } from './row.ts';
import { sentence } from './said.ts';
import type { AuditTrail } from './trail.ts';
import { trailOf } from './trail-of.ts';

const event = {
  phase: 'event',
  intent: null,
  target: 'users',
  changes: null,
  reason: null,
} as const satisfies Partial<AuditFacts>;

/** Who logs in and out. */
export const watchLogins = (users: CollectionConfig): CollectionConfig => ({
  ...users,
  hooks: {
    ...users.hooks,
    afterLogin: [
      ...(users.hooks?.afterLogin ?? []),
      async ({ req, user }) => {
        const actor = actorOf({ user });
        if (actor)
          await trailOf(req.payload)?.append({
            ...event,
            ...actor,
            ...originOf(req),
            act: 'login',
            said: sentence('login', null, null),
            rowId: actor.actorId,
            title: actor.actorName,
          });
      },
    ],
    afterLogout: [
      ...(users.hooks?.afterLogout ?? []),
      async ({ req }) => {
        const actor = actorOf(req);
        if (actor)
          await trailOf(req.payload)?.append({
            ...event,
            ...actor,
            ...originOf(req),
            act: 'logout',
            said: sentence('logout', null, null),
            rowId: actor.actorId,
            title: actor.actorName,
          });
      },
    ],
  },
});

/** Log-ins that were refused, whatever refused them. The password is never looked at, the name kept only as a digest. */
export const watchFailedLogins: AfterErrorHook = async ({ collection, error, req }) => {
  const path = new URL(req.url ?? '/', 'http://localhost').pathname;
  if (collection?.slug !== 'users' || !path.endsWith('/login')) return;
  const trail = trailOf(req.payload);
  if (!trail) return;
  const origin = originOf(req);
  const given = (req.data as { email?: unknown } | undefined)?.email;
  const email = typeof given === 'string' ? given.trim().toLowerCase().slice(0, 320) : '';
  const known = email
    ? await req.payload.db.findOne<{ id: string; name?: string }>({
        collection: 'users',
        where: { email: { equals: email } },
      })
    : null;
  const problem = (cause: unknown) => req.payload.logger.error({ err: cause }, '登录失败没有记进审计');
  const alone = await refusalsOf(req.payload, trail)
    .add({ who: known ? { id: known.id, name: known.name ?? known.id } : null, address: origin.ip })
    .catch(problem);
  if (alone !== true) return;
  const act = error.name === 'StepOwed' ? 'login-step' : 'login-failed';
  await trail
    .append({
      ...event,
      ...visitor,
      ...origin,
      act,
      rowId: known?.id ?? null,
      title: known?.name ?? null,
      said: sentence(act, null, known?.name ?? (email ? `没有这个账号，摘要${trail.digest(email)}` : null)),
      reason: shortly(error.message),
    })
    .catch(problem);
};

const refusals = new WeakMap<Payload, Refusals>();

/** Of each product's own: what is refused by many is told together. */
function refusalsOf(payload: Payload, trail: AuditTrail): Refusals {
  const known = refusals.get(payload);
  if (known) return known;
  const tell = async (tally: Tally) => {
    const since = instantText(new Date(tally.since)).slice(0, 16).replace('T', ' ');
    await trail.append({
      ...event,
      ...visitor,
      ...nowhere,
      act: 'logins-refused',
      rowId: null,
      title: null,
      said: tallyWords(tally),
      reason: `从${since}起`,
    });
  };
  const made = createRefusals(
    (tally) =>
      tell(tally).catch((cause: unknown) => payload.logger.error({ err: cause }, '登录失败的合计没有记进审计')),
    () => systemClock.now().getTime(),
  );
  refusals.set(payload, made);
  return made;
}

/** Tells what was only counted so far: before the product stops. */
export const tellRefused = async (payload: Payload): Promise<void> => refusals.get(payload)?.flush();

const shortly = (message: string): string | null =>
  findPersonalData(fold(message)).length > 0 ? null : message.slice(0, 100) || null;

import type { Payload, Where } from 'payload';
import { roles, type Role } from '../../access/roles.ts';
import { idle, longest } from '../../accounts/admit.ts';
import { findFactor, recoveryLeft } from '../../accounts/second-factor/second-factor.ts';
import { next } from '../../accounts/sign-in/pace.ts';
import { spanWords } from '../../accounts/sign-in/too-soon.ts';
import { accountSubject } from '../../accounts/sign-in/tries.ts';
import { nearMoment } from '../../words/words.ts';

export interface SessionLine {
  id: string;
  device: string;
  address: string;
  started: string;
  seen: string;
  here: boolean;
}

export interface OwnAccount {
  sessions: SessionLine[];
  /** Null while there is no second factor. */
  factor: { since: string; recoveryLeft: number } | null;
  /** A role demands a second factor. */
  demanded: boolean;
}

const live = (now: Date): Where => ({
  and: [
    { seenAt: { greater_than: new Date(now.getTime() - idle).toISOString() } },
    { startedAt: { greater_than: new Date(now.getTime() - longest).toISOString() } },
  ],
});

/** What 账号与登录 shows a person of their own account. */
export async function loadOwnAccount(
  payload: Payload,
  { id, roles: own }: { id: string; roles: Role[] },
  here: string | undefined,
  now: Date,
): Promise<OwnAccount> {
  const [{ docs }, factor, { secondFactorRoles }] = await Promise.all([
    payload.find({
      collection: 'sign-ins',
      where: { and: [{ person: { equals: id } }, live(now)] },
      sort: '-seenAt',
      limit: 50,
      depth: 0,
      showHiddenFields: true,
    }),
    findFactor(payload, id),
    payload.findGlobal({ slug: 'login-rules', depth: 0 }),
  ]);
  return {
    sessions: docs.map(({ address, device, id: row, key, seenAt, startedAt }) => ({
      id: row,
      device: device ?? '',
      address: address ?? '',
      started: nearMoment(new Date(startedAt), now),
      seen: nearMoment(new Date(seenAt), now),
      here: key === here,
    })),
    factor: factor?.confirmedAt
      ? { since: nearMoment(new Date(factor.confirmedAt), now), recoveryLeft: recoveryLeft(factor) }
      : null,
    demanded: own.some((role) => secondFactorRoles?.includes(role)),
  };
}

export interface AccountLine {
  id: string;
  name: string;
  email: string;
  roles: string;
  factor: boolean;
  sessions: number;
  /** Somebody tries passwords: who uses a browser that was never signed in must wait. */
  slowed: boolean;
  /** What keeps the person from logging in as usual. */
  remarks: string[];
}

/** Everybody's account as an administrator sees it. */
export async function loadAccounts(payload: Payload, now: Date): Promise<AccountLine[]> {
  const all = { pagination: false, depth: 0 } as const;
  const [users, factors, sessions, tries] = await Promise.all([
    payload.find({ collection: 'users', ...all, sort: 'name' }),
    payload.find({ collection: 'second-factors', ...all, where: { confirmedAt: { exists: true } } }),
    payload.find({ collection: 'sign-ins', ...all, where: live(now) }),
    payload.find({ collection: 'sign-in-tries', ...all, where: { at: { greater_than: now.toISOString() } } }),
  ]);
  const safe = new Set(factors.docs.map(({ person }) => person));
  return users.docs.map(({ email, id, mustChangePassword, name, roles: own }) => {
    const { key, pace } = accountSubject(payload, email);
    const used = tries.docs.find(({ subject }) => subject === key)?.at;
    const step = next(used ? Date.parse(used) : 0, pace, now.getTime());
    return {
      id,
      name,
      email,
      roles: own.map((role) => roles[role]).join('、'),
      factor: safe.has(id),
      sessions: sessions.docs.filter(({ person }) => person === id).length,
      slowed: 'wait' in step,
      remarks: [
        ...('wait' in step ? [`有人在试密码，陌生浏览器要等${spanWords(step.wait)}`] : []),
        ...(mustChangePassword ? ['一次性密码，还没有换'] : []),
      ],
    };
  });
}

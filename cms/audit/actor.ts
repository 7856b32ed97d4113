import type { PayloadRequest } from 'payload';
import { personOf } from '../access/person-of.ts';
import type { AuditFacts } from './row.ts';
import { addressOf } from '../accounts/sign-in/client.ts';

export type Actor = Pick<AuditFacts, 'actorId' | 'actorName' | 'actorRoles'>;
export type Origin = Pick<AuditFacts, 'ip' | 'agent' | 'api'>;

const place = Symbol.for('chengxin.audit.system');
const shared = globalThis as { [place]?: string };

/** Says in whose name this process works when no person asks, e.g. 命令行 chengxin account. */
export const workAs = (name: string): void => void (shared[place] = name);

/** In whose name this process works, null for the product itself. */
export const worksAs = (): string | null => shared[place] ?? null;

/** Work without a person: a scheduler, a start, the command line. */
export const system = (): Actor => ({ actorId: null, actorName: shared[place] ?? '系统', actorRoles: null });
export const visitor: Actor = { actorId: null, actorName: '没有登录的人', actorRoles: null };
export const nowhere: Origin = { ip: null, agent: null, api: null };

/** The signed-in person with the roles of this moment; null for nobody. */
export function actorOf(req: Pick<PayloadRequest, 'user'>): Actor | null {
  const person = personOf(req);
  if (!person) return null;
  return {
    actorId: person.id,
    actorName: person.name || person.id,
    actorRoles: (person.roles ?? []).join(',') || null,
  };
}

const agentChars = 160;

/** From where a request came. Inside the process (Local API) there is neither address nor browser. */
export function originOf(req: Partial<Pick<PayloadRequest, 'headers' | 'payloadAPI'>>): Origin {
  const headers = req.headers ?? new Headers();
  return {
    ip: addressOf(headers),
    agent: headers.get('user-agent')?.slice(0, agentChars) ?? null,
    api: req.payloadAPI ?? null,
  };
}

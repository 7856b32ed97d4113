import { handleEndpoints } from 'payload';
import type { Person } from '../access/person.ts';
import type { Role } from '../access/roles.ts';
import { answerApi } from '../http/answer-api.ts';
import { asUser, person } from './people.ts';
import type { TestCms } from './test-cms.ts';

interface Answer {
  status: number;
  message: string;
  /** As it came, for what is not JSON. */
  response: Response;
}

/** People with one role each, named by it, who talk to the CMS as a browser does. */
export interface SignedIn {
  people: Partial<Record<string, Person>>;
  /** What their browser keeps: for requests that go past this. */
  token(who: string): string;
  /** For the Local API with `overrideAccess: false`. */
  asUser(who: string): never;
  /** Sends `body` (JSON, or text as it is) to `/api/<path>`; `who` null is a stranger. */
  post(who: string | null, path: string, body?: unknown): Promise<Answer>;
  get(who: string | null, path: string): Promise<Answer>;
  /** Any other request of somebody signed in. */
  send(who: string | null, path: string, init: RequestInit): Promise<Answer>;
  /** Sends a form with a file. */
  upload(who: string | null, path: string, form: FormData): Promise<Answer>;
  /** A request as somebody's browser would make it. */
  raw(path: string, init: RequestInit): Promise<Answer>;
}

export async function signedIn(cms: TestCms, roles: Role[]): Promise<SignedIn> {
  const people: SignedIn['people'] = {};
  const tokens: Record<string, string> = {};
  for (const role of roles) {
    const who = await person(cms.payload, role);
    people[role] = who;
    const { email } = await cms.payload.findByID({ collection: 'users', id: who.id });
    tokens[role] =
      (await cms.payload.login({ collection: 'users', data: { email, password: 'correct horse battery' } })).token ??
      '';
  }
  const send = (who: string | null, path: string, init: RequestInit): Promise<Answer> =>
    raw(path, {
      ...init,
      headers: {
        'Content-Type': 'application/json',
        ...(init.headers as Record<string, string> | undefined),
        ...(who ? { Authorization: `JWT ${tokens[who]}` } : {}),
      },
    });
  async function raw(path: string, init: RequestInit): Promise<Answer> {
    const request = new Request(`http://localhost/api/${path}`, init);
    const response = await answerApi(request, cms.payload.config, (looked) =>
      handleEndpoints({ config: cms.payload.config, request: looked, payloadInstanceCacheKey: cms.key }),
    );
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      message: isJson ? (((await response.clone().json()) as { message?: string }).message ?? '') : '',
      response,
    };
  }
  return {
    people,
    token: (who) => tokens[who] ?? '',
    asUser: (who) => asUser(people[who] as Person),
    post: (who, path, body = {}) =>
      send(who, path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }),
    get: (who, path) => send(who, path, { method: 'GET' }),
    send,
    upload: (who, path, form) =>
      raw(path, { method: 'POST', body: form, headers: who ? { Authorization: `JWT ${tokens[who]}` } : {} }),
    raw,
  };
}

import { browserNow } from './browser-clock.ts';
import { versionHeader } from '../../editing/version-read.ts';
import { formKeyHeader } from '../../http/in-turn.ts';
import { copy, isCopy } from './copy-once.ts';
import { goOn } from './go-on.ts';
import { newFormKey } from './new-form-key.ts';
import { readAnswer } from './read-answer.ts';
import type { Content } from './same-content.ts';
import type { Outcome } from './save-state.ts';
import { anyUnsaved, openStore, tellUnsaved } from './store.ts';

type Fetch = typeof fetch;

/** Said by the shell's own notices, which otherwise speak English. */
export const notReached = '没有连上服务器，没有保存：您写的都还在这一页。';
export const loggedOut = '登录已过期，没有保存：您写的都还在这一页，请在上面就地登录。';

class LoggedOut extends Error {}

interface Save {
  target: string;
  content: Content;
}

/** The save of a form, as the shell sends it; null for every other request. */
export function saveIn(address: string, init: RequestInit | undefined): Save | null {
  const { body, method = 'GET' } = init ?? {};
  if (!(body instanceof FormData) || !['POST', 'PATCH'].includes(method.toUpperCase())) return null;
  const [, path = ''] =
    /^\/api\/(globals\/[\w-]+|[\w-]+(?:\/[\w-]+)?)\/?$/.exec(new URL(address, 'http://localhost').pathname) ?? [];
  const payload = body.get('_payload');
  if (!path || typeof payload !== 'string') return null;
  const file = body.get('file');
  const content = { ...(JSON.parse(payload) as Content), ...(file instanceof Blob ? { file } : {}) };
  return { target: path.includes('/') ? path : `${path}/new`, content };
}

const isNew = (target: string): boolean => target.endsWith('/new');

const isRefresh = (address: string): boolean =>
  new URL(address, 'http://localhost').pathname === '/api/users/refresh-token';

/**
 * The shell's questions about a form as it is typed: what it should look like, what its person likes, what they may do.
 * They change nothing and may be asked again; of one that is lost the shell waits for the answer for ever.
 */
function isQuestion(address: string, init: RequestInit | undefined): boolean {
  if (new Headers(init?.headers).has('next-action')) return true;
  const { pathname } = new URL(address, 'http://localhost');
  const method = (init?.method ?? 'GET').toUpperCase();
  return (
    (method === 'GET' && pathname.startsWith('/api/payload-preferences/')) ||
    (method === 'POST' && /^\/api\/(globals\/)?[\w-]+\/access(\/[\w-]+)?$/.test(pathname))
  );
}

/**
 * A `fetch` that stands between the shell and the server: it adds to every save the version that its form has read, and
 * tells the form what the server said before the shell draws its own conclusions. The shell clears its “modified” mark
 * also for refusals, leaves the page when a log-in has expired, and hangs when one of its questions is lost on the way.
 * @param pause waits until it is worth asking again; rejects when the question is no longer wanted
 */
export function watching(
  plain: Fetch,
  now: () => Date,
  pause: (signal: AbortSignal | null | undefined) => Promise<void>,
): Fetch {
  const signedIn = async (): Promise<boolean> => {
    const answer = await plain('/api/users/me?depth=0', { credentials: 'include', cache: 'no-store' });
    return answer.ok && ((await answer.json()) as { user?: unknown }).user !== null;
  };
  const outcomeOf = async (response: Response): Promise<Outcome> => {
    const body: unknown = await response
      .clone()
      .json()
      .catch(() => null);
    const known = response.status === 401 || response.status === 403 ? await signedIn() : true;
    return readAnswer(response.status, body, known);
  };
  const send = async (save: Save, input: Parameters<Fetch>[0], init: RequestInit | undefined): Promise<Response> => {
    const store = openStore(save.target);
    if (!store) return plain(input, init);
    const headers = new Headers(init?.headers);
    const { version } = store.get();
    if (version !== null) headers.set(versionHeader, version);
    store.tell({ type: 'sent', content: save.content, ...(isNew(save.target) ? { key: newFormKey() } : {}) });
    const { key } = store.get();
    if (key !== null) headers.set(formKeyHeader, key);
    const heard = (outcome: Outcome) => store.tell({ type: 'answered', outcome, at: now().toISOString() });
    try {
      const first = await plain(input, { ...init, headers });
      const response = isNew(save.target) ? await goOn(plain, save, first, version) : first;
      const outcome = await outcomeOf(response);
      heard(outcome);
      // The shell would say that this person may not do it.
      if (outcome.kind === 'expired') throw new LoggedOut(loggedOut);
      return response;
    } catch (error) {
      if (error instanceof LoggedOut) throw error;
      heard({ kind: 'offline' });
      throw new Error(notReached);
    }
  };
  const refresh = async (input: Parameters<Fetch>[0], init: RequestInit | undefined): Promise<Response> => {
    const response = await plain(input, init);
    if (response.ok || !anyUnsaved()) return response;
    // Told so, the shell would leave the page and what is typed on it.
    tellUnsaved({ type: 'answered', outcome: { kind: 'expired' }, at: now().toISOString() });
    throw new LoggedOut(loggedOut);
  };
  const ask = async (input: Parameters<Fetch>[0], init: RequestInit | undefined): Promise<Response> => {
    for (;;) {
      try {
        return await plain(input, init);
      } catch (error) {
        if (init?.signal?.aborted) throw error;
        await pause(init?.signal);
      }
    }
  };
  return (input, init) => {
    const address = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    const save = saveIn(address, init);
    if (save) return send(save, input, init);
    if (isCopy(address, init)) return copy(plain, address, input, init);
    if (isRefresh(address)) return refresh(input, init);
    return isQuestion(address, init) ? ask(input, init) : plain(input, init);
  };
}

let watched = false;

/** Puts it in place, once for a page. */
export function watchSaves(): void {
  if (watched || typeof window === 'undefined') return;
  watched = true;
  const pause = () =>
    new Promise<void>((resolve) => {
      const go = () => {
        clearTimeout(timer);
        window.removeEventListener('online', go);
        resolve();
      };
      const timer = setTimeout(go, 3_000);
      window.addEventListener('online', go);
    });
  window.fetch = watching(window.fetch.bind(window), browserNow, pause);
}

import { formKeyHeader } from '../../http/in-turn.ts';
import { newFormKey } from './new-form-key.ts';
import { readAnswer } from './read-answer.ts';

/** Names of copies that have been asked for and not answered yet, by address. */
const asked = new Map<string, string>();

/** 复制: the shell's request for a copy of a row. */
export const isCopy = (address: string, init: RequestInit | undefined): boolean =>
  init?.method?.toUpperCase() === 'POST' &&
  /^\/api\/[\w-]+\/[\w-]+\/duplicate$/.test(new URL(address, 'http://localhost').pathname);

/** Asks for a copy; asked again because no answer came, it is the same copy that is answered. */
export async function copy(
  plain: typeof fetch,
  address: string,
  input: Parameters<typeof fetch>[0],
  init: RequestInit | undefined,
): Promise<Response> {
  const { pathname } = new URL(address, 'http://localhost');
  const key = asked.get(pathname) ?? newFormKey();
  asked.set(pathname, key);
  const headers = new Headers(init?.headers);
  headers.set(formKeyHeader, key);
  const response = await plain(input, { ...init, headers });
  if (response.ok) asked.delete(pathname);
  if (response.status !== 409) return response;
  const outcome = readAnswer(
    409,
    await response
      .clone()
      .json()
      .catch(() => null),
    true,
  );
  if (outcome.kind !== 'moved' || !outcome.made || !outcome.theirs) return response;
  asked.delete(pathname);
  return Response.json({ doc: outcome.theirs, message: '已复制。' }, { status: 200 });
}

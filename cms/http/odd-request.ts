import { oddQuery } from './odd-query.ts';

/** What of the CMS's make-up decides which addresses there are. */
export interface MakeUp {
  collections: readonly { slug: string; versions?: unknown; auth?: { verify?: unknown } | boolean }[];
  globals: readonly { slug: string; versions?: unknown }[];
}

export interface Odd {
  status: 400 | 404;
  sentence: string;
}

const noSuch: Odd = { status: 404, sentence: '这里没有这个接口：请检查网址。' };
const asObject: Odd = { status: 400, sentence: '提交的内容不是一份表单（应是 JSON 对象），没有保存：请刷新页面再试。' };

/**
 * What is wrong with a request to the API before anybody looks into the database; null when nothing is. The shell breaks
 * on these (500 and a stack, or no answer at all for `/api/constructor`).
 */
export async function oddRequest(request: Request, { collections, globals }: MakeUp): Promise<Odd | null> {
  const { pathname, search } = new URL(request.url);
  const parts = decoded(pathname);
  if (!parts) return { status: 400, sentence: '网址写法不正确，请检查后再试。' };
  const [, first = '', second, third, fourth] = parts;
  if (first in Object.prototype) return noSuch;
  const collection = collections.find(({ slug }) => slug === first);
  if (collection && second === 'verify' && !(typeof collection.auth === 'object' && collection.auth.verify))
    return noSuch;
  if (collection && second === 'versions' && !collection.versions) return noSuch;
  if (
    first === 'globals' &&
    third === 'versions' &&
    fourth !== undefined &&
    !globals.find(({ slug }) => slug === second)?.versions
  )
    return noSuch;
  const problem = oddQuery(search.slice(1)) ?? (await oddQuestionInBody(request));
  if (problem) return { status: 400, sentence: problem };
  return (await isNoObject(request)) ? asObject : null;
}

/** Segments of a path, or null when they are not well-formed. */
function decoded(pathname: string): string[] | null {
  try {
    const parts = pathname
      .split('/')
      .slice(1)
      .map((part) => decodeURIComponent(part));
    return parts.some((part) => /\p{Cc}/u.test(part)) ? null : parts;
  } catch {
    return null;
  }
}

/** A question too long for an address comes as a form. */
async function oddQuestionInBody(request: Request): Promise<string | null> {
  const asked = request.headers.get('X-Payload-HTTP-Method-Override') ?? request.headers.get('X-HTTP-Method-Override');
  if (
    request.method !== 'POST' ||
    asked !== 'GET' ||
    !request.headers.get('Content-Type')?.startsWith('application/x-www-form-urlencoded')
  )
    return null;
  return oddQuery(await request.clone().text());
}

/** JSON of which the first sign already says that it is no object. What is no JSON at all is refused by the shell itself. */
async function isNoObject(request: Request): Promise<boolean> {
  if (!request.body || !request.headers.get('Content-Type')?.startsWith('application/json')) return false;
  const reader = request.clone().body?.getReader();
  const first = await reader?.read();
  // The other half is read by the shell: only then is this settled.
  void reader?.cancel();
  const text = Buffer.from(first?.value ?? [])
    .subarray(0, 64)
    .toString('latin1')
    .trimStart();
  return /^["\d\-ntf[]/.test(text);
}

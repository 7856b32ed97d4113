import { gather, tellStuck } from './stuck.ts';

/**
 * For questions of which the answer must be whole, because what is not in it is taken away: who uses this file, which keys
 * are known. Elsewhere a row that cannot be read is left out and told; here nothing is done until it can be.
 * @param what is being asked, as in “查这张图片用在哪里”
 * @throws Error with one Chinese sentence when a row was left out; the row itself is told as stuck
 */
export async function whole<T>(what: string, ask: () => Promise<T>): Promise<T> {
  const { stuck, value } = await gather(ask);
  for (const { error, item, title } of stuck) tellStuck(item, title, new Error(error));
  if (stuck[0]) throw new Error(`${what}时，${stuck[0].title}读不出来，没有查全，所以什么也没有动：请先修好它。`);
  return value;
}

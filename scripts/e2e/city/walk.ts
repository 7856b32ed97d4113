import { decodeHTMLAttribute } from 'entities';

/** Everything that can be reached from these addresses by links, pictures and enclosures, each once. */
export async function walk(
  get: (path: string) => Promise<{ status: number; body: Buffer }>,
  from: readonly string[],
): Promise<string[]> {
  const seen = new Set<string>();
  const open = [...from];
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const { body, status } = await get(path);
    if (status !== 200 || /\.(pdf|zip|docx|webp|jpg|png|svg|css|js)$/.test(path)) continue;
    const text = decodeHTMLAttribute(body.toString()).replaceAll('\\/', '/');
    for (const [, link = ''] of text.matchAll(
      /(?:href=|src=|srcset=|url"\s*:\s*|<loc>|<link>|<id>|[\s,])"?((?:https:\/\/cx\.example)?\/[^\s"'<>,#]*)/g,
    ))
      open.push(link.replace('https://cx.example', '') || '/');
  }
  return [...seen];
}

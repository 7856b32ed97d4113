import type { MarkedStory } from './marked-stories.ts';
import { plain } from './plain.ts';

export type Get = (path: string) => Promise<{ status: number; body: Buffer }>;

const marksOf = ({ body, facts, summary, title }: MarkedStory): string[] => [title, summary, body, ...facts];

/** A search for every mark of a story. */
export const searchesFor = (story: MarkedStory): string[] =>
  marksOf(story).map((words) => `/search/?q=${encodeURIComponent(words.replace('（示例）', ''))}`);

/** Addresses that answer with anything of a story: its title, a sentence or a fact. Packs of the others are made from their releases alone, take long and are left out. */
export async function tellersOf(get: Get, story: MarkedStory, addresses: readonly string[]): Promise<string[]> {
  const told: string[] = [];
  for (const path of addresses.filter((one) => !one.includes('/print/') || one.startsWith(story.path))) {
    if (/\.(webp|jpg|png|svg|css|js)$/.test(path)) continue;
    const { body, status } = await get(path);
    const words =
      status === 200 && /\.(pdf|zip|docx)$/.test(path) ? await plain(path, body) : await plain('x.html', body);
    // The page of a search repeats what was asked.
    const asked = path.startsWith('/search/') ? decodeURIComponent(path.split('q=')[1] ?? '') : '';
    if (
      marksOf(story).some((mark) => words.includes(mark) && !mark.startsWith(asked || '\0')) ||
      (asked !== '' && words.includes(story.title))
    )
      told.push(`${path} (${status})`);
  }
  return told;
}

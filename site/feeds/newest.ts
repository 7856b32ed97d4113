import type { Reader } from '../../cms/read/reader.ts';
import type { Story } from '../../cms/read/story.ts';

const size = 20;

/** The newest stories with their text, newest first; of one column or of all. */
export async function newest(reader: Reader, column?: string): Promise<Story[]> {
  const { items } = await reader.stories({ ...(column ? { column } : {}), page: 1, size });
  const stories = await Promise.all(items.map(({ serial }) => reader.story(serial)));
  return stories.filter((story): story is Story => story?.state === 'live');
}

/** Instant of the last change to any of them, ISO 8601. */
export function lastChange(stories: Story[]): string | null {
  return stories.map(({ updatedAt }) => updatedAt).sort((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null;
}

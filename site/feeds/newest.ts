import type { Reader } from '../../cms/read/reader.ts';
import type { Story } from '../../cms/read/nouns.ts';

const size = 20;

/** The newest stories with their text, newest first; of one column or of all. */
export async function newest(reader: Reader, column?: string): Promise<Story[]> {
  const { items } = await reader.stories({ ...(column ? { column } : {}), page: 1, size });
  // One that cannot be read is missing; the others are there.
  const read = await Promise.allSettled(items.map(({ serial }) => reader.story(serial)));
  const failed = read.find((one) => one.status === 'rejected');
  const stories = read.flatMap((one) => (one.status === 'fulfilled' && one.value?.state === 'live' ? [one.value] : []));
  if (failed && read.every(({ status }) => status === 'rejected')) throw failed.reason;
  return stories;
}

/** Instant of the last change to any of them, ISO 8601. */
export function lastChange(stories: Story[]): string | null {
  return stories.map(({ updatedAt }) => updatedAt).sort((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null;
}

import type { Register } from './register.ts';

/**
 * Which public number a story may take: the one that was given to it before, or else one above all that were ever given.
 * An older copy of the database does not know the last ones, and readers, feeds and platforms hold their addresses.
 * @param highest the highest number that the database knows
 */
export function serialFor(register: Register, story: string, highest: number): { own: number | null; next: number } {
  const given = register.all('serial').map(({ facts, key }) => ({ serial: Number(key), story: facts.story }));
  const own =
    given
      .filter((one) => one.story === story)
      .map(({ serial }) => serial)
      .sort((a, b) => a - b)[0] ?? null;
  return { own, next: given.reduce((most, { serial }) => Math.max(most, serial), highest) + 1 };
}

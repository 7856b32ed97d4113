/** House mask of law.md §1.3: first four, last one; the rest cannot be counted back. */
export const maskId = (id: string): string =>
  `${id.slice(0, 4)}${'*'.repeat(Math.max(0, id.length - 5))}${id.slice(-1)}`;

/** Keeps the first `shown` characters. */
export const maskAfter = (text: string, shown: number): string =>
  text.slice(0, shown) + '*'.repeat(Math.max(0, text.length - shown));

/** Stars for every digit, also for written ones when there are many. */
export function maskDigits(text: string): string {
  const starred = text.replace(/\p{N}/gu, '*');
  // Counted before: 〇 is a number to Unicode, the others are letters.
  return (text.match(/[〇零一二三四五六七八九]/g)?.length ?? 0) >= 8
    ? starred.replace(/[〇零一二三四五六七八九]/g, '*')
    : starred;
}

/** An excerpt may show a year or an article, never what could be put together to a number. */
export const maskExcerpt = (text: string): string =>
  (text.match(/\p{N}/gu)?.length ?? 0) > 4 ? maskDigits(text) : text;

/** A person's name: the surname stays, so that the writer finds the place. */
export const maskName = (name: string): string => maskAfter(name, 1);

/** A place's name may be made of what was found in it: a sheet named after a number. */
export const maskLongNumbers = (text: string): string =>
  text.replace(/\p{Nd}(?:[\s\-_.·]?\p{Nd}){6,}[Xx]?/gu, (number) => maskDigits(number.slice(0, -1)) + '*');

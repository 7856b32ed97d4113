/**
 * Whether a character (a UTF-16 unit, as `charCodeAt` gives it) is one of `chars`. Asked at every place of a text: a Set of
 * strings would make a string there first, and hash it. What lies beyond the end of a text (NaN) is none.
 */
export function charSet(chars: Iterable<string>): (code: number) => boolean {
  const has = new Uint8Array(0x10000);
  for (const char of chars) has[char.charCodeAt(0)] = 1;
  return (code) => has[code] === 1;
}

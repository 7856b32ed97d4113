/** The rows of GB 2312 that hold its 6,763 characters. */
const rows = { first: 0xb0, last: 0xf7 };

let known: Set<number> | undefined;

/**
 * Whether a character (a UTF-16 unit) is one of GB 2312, whose characters are those of a simplified text. Read from the
 * decoder of the runtime, which has that table.
 */
export function isStandard(code: number): boolean {
  known ??= standardCharacters();
  return known.has(code);
}

function standardCharacters(): Set<number> {
  const decoder = new TextDecoder('gbk');
  const found = new Set<number>();
  for (let row = rows.first; row <= rows.last; row += 1)
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const char = decoder.decode(new Uint8Array([row, cell]));
      if (/^[\u4e00-\u9fff]$/.test(char)) found.add(char.charCodeAt(0));
    }
  return found;
}

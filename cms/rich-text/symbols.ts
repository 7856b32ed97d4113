/** Signs of the fonts that draw pictures instead of letters, by the last two hexadecimal digits of their place. */
const wingdings: Record<string, string> = {
  '6c': '●',
  '6d': '○',
  '6e': '■',
  '6f': '□',
  '70': '□',
  '71': '□',
  '72': '□',
  '74': '◆',
  '75': '◆',
  '76': '❖',
  '77': '◆',
  a1: '○',
  a2: '○',
  a4: '◉',
  a7: '▪',
  a8: '☐',
  ab: '★',
  d8: '➢',
  df: '←',
  e0: '→',
  e1: '↑',
  e2: '↓',
  e8: '➔',
  f0: '⇨',
  fb: '✗',
  fc: '✓',
  fd: '☒',
  fe: '☑',
  '80': '⓪',
  ...Object.fromEntries(
    Array.from({ length: 10 }, (_, i) => [(0x81 + i).toString(16), String.fromCodePoint(0x2460 + i)]),
  ),
  '8b': '⓿',
  ...Object.fromEntries(
    Array.from({ length: 10 }, (_, i) => [(0x8c + i).toString(16), String.fromCodePoint(0x2776 + i)]),
  ),
  '21': '✏',
  '22': '✂',
  '28': '☎',
  '29': '✆',
  '2a': '✉',
  '2b': '✉',
  '36': '⌛',
  '46': '☞',
  '4a': '☺',
  '4c': '☹',
};
const wingdings2: Record<string, string> = {
  '4f': '✗',
  '50': '✓',
  '51': '☒',
  '52': '☑',
  '53': '☒',
  '54': '☒',
  '55': '☒',
  '56': '⊗',
  '57': '⊗',
  '97': '●',
  '9a': '○',
  '9b': '◎',
  a2: '■',
  a3: '☐',
  a4: '☐',
  a5: '☐',
  ae: '◆',
};
const greek = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const symbol: Record<string, string> = {
  ...Object.fromEntries(
    [...greek].flatMap((letter, i) => [
      [(0x41 + i).toString(16), letter],
      [(0x61 + i).toString(16), letter === 'ϑ' ? 'ϕ' : letter === 'ς' ? 'ϖ' : letter.toLowerCase()],
    ]),
  ),
  b0: '°',
  b1: '±',
  b2: '″',
  b3: '≥',
  a2: '′',
  a3: '≤',
  a5: '∞',
  b4: '×',
  b7: '•',
  b8: '÷',
  b9: '≠',
  ba: '≡',
  bb: '≈',
  ac: '←',
  ad: '↑',
  ae: '→',
  af: '↓',
  d6: '√',
  d7: '⋅',
  de: '⇒',
  e5: '∑',
  d0: '∠',
  ce: '∈',
  c7: '∩',
  c8: '∪',
  '5e': '⊥',
  '2d': '−',
  bc: '…',
};
/** Of the last ones most signs are nobody's letters either: they are told. */
const fonts: Record<string, Record<string, string>> = {
  wingdings,
  'wingdings 2': wingdings2,
  symbol,
  webdings: { '61': '✔', '72': '✖' },
  'wingdings 3': {},
  zapfdingbats: {},
};
const ascii = (at: number): string => (at >= 0x20 && at < 0x7f ? String.fromCharCode(at) : '');

/** The sign that a font of pictures shows in a place; null when nobody knows it. */
export function symbolOf(font: string, hex: string): string | null {
  const at = Number.parseInt(hex, 16);
  if (Number.isNaN(at)) return null;
  const low = (at & 0xff).toString(16).padStart(2, '0');
  const table = fonts[font.toLowerCase()];
  // Letters that such a font does not have (Chinese ones typed on in the same run) are shown in another.
  if (table && (at <= 0xff || (at >= 0xf000 && at <= 0xf0ff)))
    return table[low] ?? (font.toLowerCase() === 'symbol' ? ascii(at & 0xff) || null : null);
  return at >= 0xf000 && at <= 0xf0ff ? null : String.fromCodePoint(at);
}

export const isPictureFont = (font: string | null): font is string => fonts[font?.toLowerCase() ?? ''] !== undefined;

/** Said of a sign that nobody knows; `@` becomes its place. */
export const lostSign = '@有特殊字体的符号认不出来，没有带入：请核对原文补上。';

/** Letters of a font that draws pictures are these pictures; those that nobody knows are told. */
export function signsOf(words: string, font: string): ({ text: string } | { say: string })[] {
  return [...words].map((letter) => {
    const sign = letter.trim() === '' ? letter : symbolOf(font, (letter.codePointAt(0) ?? 0).toString(16));
    return sign === null ? { say: lostSign } : { text: sign };
  });
}

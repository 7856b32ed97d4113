import subsetFont from 'subset-font';
import { openSlices } from './slices.ts';

/** 400 is running text, 700 is for headings. */
export type Weight = 400 | 700;

/** The few glyphs that one job needs: small fonts, ready for `openSheet`. */
export interface TypeCase {
  /** Fonts (TrueType) by `weight/slice`. */
  fonts: Map<string, Buffer>;
  /** Which of them sets a character at a weight; null when the typeface lacks it. */
  fontOf(char: string, weight: Weight): string | null;
  /** Characters that were asked for and are not in the typeface, in reading order; they print as □. */
  missing: string[];
}

/**
 * Gathers the type for a job. Control characters are ignored.
 * @param texts everything that will be printed, by weight
 */
export async function fillTypeCase(texts: Record<Weight, string>): Promise<TypeCase> {
  const slices = await openSlices();
  const wanted = new Map<string, Set<string>>();
  const missing = new Set<string>();
  for (const weight of [400, 700] as const) {
    for (const char of texts[weight].normalize('NFC')) {
      if (/\p{C}/u.test(char)) continue;
      const slice = slices.of(char);
      if (slice === null) missing.add(char);
      else wanted.set(`${weight}/${slice}`, (wanted.get(`${weight}/${slice}`) ?? new Set()).add(char));
    }
  }
  const fonts = new Map<string, Buffer>();
  for (const [name, chars] of [...wanted].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [weight = '', slice = ''] = name.split('/');
    fonts.set(name, await cut(slice, [...chars].toSorted().join(''), Number(weight)));
  }
  const fontOf = (char: string, weight: Weight) => {
    const name = `${weight}/${slices.of(char)}`;
    return wanted.get(name)?.has(char) ? name : null;
  };
  return { fonts, fontOf, missing: [...missing] };
}

const cut = async (slice: string, text: string, wght: number): Promise<Buffer> =>
  subsetFont(await (await openSlices()).read(slice), text, {
    targetFormat: 'truetype',
    variationAxes: { wght },
    noHinting: true,
  });

import { traditionalPlaces } from '../../../campaigns/characters/simplified.ts';
import type { TextCheck } from '../text-check.ts';

/** What is quoted, and names of works, may stand as they are written: 《蘭亭集序》. */
const quoted = /《[^《》]{1,60}》|“[^“”]{1,60}”|‘[^‘’]{1,60}’|「[^「」]{1,60}」|『[^『』]{1,60}』/g;

/**
 * Traditional characters and variants, told once a text: a government site uses simplified ones (国家通用语言文字法). Advice:
 * calligraphy, old texts, and names in Hong Kong, Macao and Taiwan are written so.
 */
export const traditional: TextCheck = {
  group: 'characters',
  find: ({ folded: { written } }) => {
    const places = traditionalPlaces(written);
    if (places.length === 0) return [];
    const spans = [...written.matchAll(quoted)].map(({ 0: whole, index }) => [index, index + whole.length] as const);
    let next = 0;
    const left = places.filter((at) => {
      while ((spans[next]?.[1] ?? Infinity) <= at) next += 1;
      return at < (spans[next]?.[0] ?? Infinity);
    });
    const [first] = left;
    if (first === undefined) return [];
    return [
      {
        rule: 'characters/traditional',
        level: 'warn',
        from: first,
        to: first + 1,
        // The first alone: two of them may be somebody's name.
        text: `${written[first]}${left.length > 1 ? `…（共${left.length}处）` : ''}`,
        mend: '这是繁体字或异体字：政府网站要用规范的简化字（国家通用语言文字法），请改成简化字；引文、书法作品、文物和港澳台的名称确需照原样写的，写明理由。',
      },
    ];
  },
};

import { createRandom, type Random } from '../../../campaigns/calendar/testing/random.ts';
import { checkDigitOf } from '../../checks/personal-data/citizen-id.ts';
import { isCreditCode } from '../../checks/personal-data/credit-code.ts';
import { passesLuhn } from '../../checks/personal-data/luhn.ts';

/**
 * Numbers for tests, built from a seed and never written down: born before 1900 or after 2080, they have every property the
 * checks look at and belong to nobody.
 */
export function createFiction(seed: number) {
  const random: Random = createRandom(seed);
  const two = (n: number) => String(n).padStart(2, '0');
  const digits = (n: number) => Array.from({ length: n }, () => random.int(0, 9)).join('');
  const birth = () =>
    `${random.chance(0.5) ? random.int(1860, 1899) : random.int(2081, 2099)}${two(random.int(1, 12))}${two(random.int(1, 28))}`;
  const seventeen = (area: string) => `${area}${birth()}${digits(3)}`;
  const complete = (first: string) => first + checkDigitOf(first);
  const areas = [
    '110105',
    '510802',
    '510811',
    '510812',
    '510821',
    '440524',
    '310104',
    '330106',
    '650103',
    '211382',
    '500236',
  ];
  const fiction = {
    random,
    digits,
    /** A number whose check digit is X when `x` is set, else any. */
    id(area = random.pick(areas), x = false): string {
      for (;;) {
        const id = complete(seventeen(area));
        if (!x || id.endsWith('X')) return id;
      }
    },
    permit: () => complete(seventeen(random.pick(['810000', '820000', '830000']))),
    foreigner: () => complete(seventeen(random.pick(['911840', '931392', '951156']))),
    mistypedId(): string {
      for (;;) {
        const id = `${seventeen(random.pick(areas))}${random.int(0, 9)}`;
        if (checkDigitOf(id) !== id[17] && !passesLuhn(id) && !isCreditCode(id)) return id;
      }
    },
    oldId: () =>
      `${random.pick(areas)}${two(random.int(0, 4))}${two(random.int(1, 12))}${two(random.int(1, 28))}${digits(3)}`,
    phone: () => `1${random.pick(['38', '39', '58', '77', '81', '99', '65'])}${digits(8)}`,
    landline: () => `0839-${random.int(2, 8)}${digits(6)}`,
    card(): string {
      const start = `62${digits(16)}`;
      return start + Array.from({ length: 10 }, (_, d) => String(d)).find((d) => passesLuhn(start + d));
    },
    plate: () => `川${random.pick(['A', 'B', 'F', 'H', 'J'])}${digits(5)}`,
    greenPlate: () => `川${random.pick(['A', 'H'])}${random.pick(['D', 'F'])}${digits(5)}`,
    /** 统一社会信用代码 of a fictional enterprise. */
    creditCode(): string {
      const start = `91${random.pick(['510800', '510802', '110000'])}MA${digits(6)}${random.pick(['A', 'K', 'R'])}`;
      return start + [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].find((c) => isCreditCode(start + c));
    },
  };
  return fiction;
}
export type Fiction = ReturnType<typeof createFiction>;

/** GB 11643-1999, and 81–83 for residents from Hong Kong, Macao and Taiwan (law.md §1.3). */
const provinces = new Set([
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
  64, 65, 71, 81, 82, 83,
]);
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';

const isProvince = Array.from({ length: 100 }, (_, n) => provinces.has(n));

/** A cheap first look at 18 digits from `at`: most places of a long run of digits are out after it. */
export function mayBeId(digits: string, at: number): boolean {
  const d = (i: number) => digits.charCodeAt(at + i) - 48;
  const century = d(6) * 10 + d(7);
  if (century < 18 || century > 20 || d(10) > 1 || d(12) > 3) return false;
  return d(0) === 9 || (isProvince[d(0) * 10 + d(1)] ?? false);
}

/** Whether the digits begin with a province, or with 9: the permanent residence card of foreigners (law.md §1.3). */
export const hasArea = (digits: string): boolean => digits[0] === '9' || provinces.has(Number(digits.slice(0, 2)));

/** A day of the calendar; years 1800–2099, so that no clock is needed and no registered person is left out. */
export function isDay(year: number, month: number, day: number): boolean {
  if (!(year >= 1800 && year <= 2099 && month >= 1 && month <= 12 && day >= 1)) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The check character of 17 digits. */
export function checkDigitOf(digits: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += (weights[i] ?? 0) * (digits.charCodeAt(i) - 48);
  return checkDigits[sum % 11] ?? '';
}

/** Area and birth date of an 18-character number fit; says nothing about the check digit. */
export function hasIdShape(id: string): boolean {
  return hasArea(id) && isDay(Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14)));
}

export const isCitizenId = (id: string): boolean => hasIdShape(id) && checkDigitOf(id) === id[17];

/** The old number of 15 digits (until 1999): area, two-digit year, month, day, order; it has no check digit. */
export function isOldId(digits: string): boolean {
  return (
    provinces.has(Number(digits.slice(0, 2))) &&
    isDay(1900 + Number(digits.slice(6, 8)), Number(digits.slice(8, 10)), Number(digits.slice(10, 12)))
  );
}

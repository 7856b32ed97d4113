import { checkDigitOf } from '../../checks/personal-data/citizen-id.ts';

/** An ID number with a right check digit that nobody has: an area, a day and an order made up by `n`. */
export function sampleId(n = 1): string {
  const day = String(1 + (n % 28)).padStart(2, '0');
  const head = `5108021970${String(1 + (n % 12)).padStart(2, '0')}${day}${String(n % 1000).padStart(3, '0')}`;
  return head + checkDigitOf(head);
}

const values: Record<string, string> = {
  '〇零○': '0',
  一壹幺弌: '1',
  二贰弍: '2',
  三叁参叄弎: '3',
  四肆: '4',
  五伍: '5',
  六陆: '6',
  七柒: '7',
  八捌: '8',
  九玖: '9',
};
const digitOf = new Map(Object.entries(values).flatMap(([all, digit]) => [...all].map((char) => [char, digit])));

/** Chinese numerals by which people write a number out, digit by digit: for a class of a regular expression. */
export const numerals = [...digitOf.keys()].join('');

/** 五1〇八 as 5108; X stays, everything else is left out. */
export const digitsOf = (text: string): string =>
  Array.from(text, (char) => digitOf.get(char) ?? (/[0-9]/.test(char) ? char : /x/i.test(char) ? 'X' : '')).join('');

const runs = new RegExp(`[${numerals}0-9](?:[\\s\\-·.、]{0,3}[${numerals}0-9Xx]){10,}`, 'g');

/** Where a number may stand that is written out: stretches of digits, numerals and what people put between them, with a numeral among them; the shortest, a mobile number, has eleven. */
export const writtenRuns = (text: string): { text: string; at: number }[] =>
  [...text.matchAll(runs)].flatMap(({ 0: run, index }) => (isWritten(run) ? [{ text: run, at: index }] : []));

/** Whether a numeral is among them: plain digits are looked for elsewhere. */
export const isWritten = (text: string): boolean => Array.from(text).some((char) => digitOf.has(char));

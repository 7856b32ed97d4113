import {
  chinese,
  chineseDigits,
  circled,
  earthly,
  heavenly,
  letter,
  roman,
} from '../../rich-text/from-html/number-words.ts';

const plain = (number: number): string => String(number);
const wide = (number: number): string =>
  plain(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const formal = (number: number): string => chinese(number, true);

/** Word's number formats (ECMA-376 part 1, §17.18.59) that Chinese and Western texts use; the others are shown as plain numbers. */
const formats: Record<string, (number: number) => string> = {
  decimalZero: (number) => plain(number).padStart(2, '0'),
  upperRoman: (number) => roman(number).toUpperCase(),
  lowerRoman: roman,
  upperLetter: (number) => letter(number, true).toUpperCase(),
  lowerLetter: (number) => letter(number, true),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  japaneseCounting: chinese,
  ideographDigital: chineseDigits,
  japaneseDigitalTenThousand: chineseDigits,
  taiwaneseDigital: chineseDigits,
  chineseLegalSimplified: formal,
  ideographLegalTraditional: formal,
  japaneseLegal: formal,
  ideographTraditional: heavenly,
  ideographZodiac: earthly,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (number) => `(${number})`,
  decimalEnclosedFullstop: (number) => `${number}.`,
  decimalFullWidth: wide,
  decimalFullWidth2: wide,
  ordinal: (number) =>
    `${number}${['st', 'nd', 'rd'][((number % 100) - (number % 10) === 10 ? 0 : number % 10) - 1] ?? 'th'}`,
  numberInDash: (number) => `- ${number} -`,
  none: () => '',
};

export const formatNumber = (format: string, number: number): string => (formats[format] ?? plain)(number);

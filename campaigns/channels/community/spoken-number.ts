const digits = '零一二三四五六七八九';
const places = ['', '十', '百', '千'];
const groups = ['', '万', '亿', '万亿'];

/** Digit by digit, as years and room numbers are read: 2026 → 二〇二六. */
export const readDigits = (text: string): string =>
  text.replace(/\d/g, (d) => (d === '0' ? '〇' : (digits[Number(d)] ?? d)));

/** As telephone numbers are read aloud: 12345 → 幺二三四五. */
export const readPhone = (text: string): string =>
  text.replace(/\d/g, (d) => (d === '1' ? '幺' : (digits[Number(d)] ?? d)));

/** A number as it is spoken: 10 → 十, 8000 → 八千, 10500 → 一万零五百, 12.50 → 十二点五零. Up to sixteen places. */
export function readNumber(text: string): string {
  const [whole = '', fraction] = text.replace(/,/g, '').split('.');
  if (whole.length > 16 || (whole.length > 1 && whole.startsWith('0'))) return readDigits(text).replace('.', '点');
  return readWhole(whole) + (fraction === undefined ? '' : `点${[...fraction].map((d) => digits[Number(d)]).join('')}`);
}

function readWhole(whole: string): string {
  if (/^0*$/.test(whole)) return '零';
  const padded = whole.padStart(Math.ceil(whole.length / 4) * 4, '0');
  const fours = padded.match(/.{4}/g) ?? [];
  let spoken = '';
  fours.forEach((four, i) => {
    if (four === '0000') return;
    const needsZero = spoken !== '' && (four.startsWith('0') || fours[i - 1] === '0000');
    spoken += (needsZero ? '零' : '') + readFour(four) + (groups[fours.length - 1 - i] ?? '');
  });
  return spoken.replace(/^一十/, '十');
}

function readFour(four: string): string {
  let spoken = '';
  let zero = false;
  [...four].forEach((digit, i) => {
    if (digit === '0') zero = spoken !== '';
    else {
      spoken += (zero ? '零' : '') + (digits[Number(digit)] ?? '') + (places[3 - i] ?? '');
      zero = false;
    }
  });
  return spoken;
}

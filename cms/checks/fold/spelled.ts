import type { Aside } from './asides.ts';

const longest = 2_000;
const escaped = /[^\s"'<>]{0,40}(?:\\u[0-9a-fA-F]{4}[^\s"'<>\\]{0,20}){3,}/g;
const backwards = /<bdo\b[^>]{0,200}\brtl\b[^>]{0,200}>([\s\S]{1,2000}?)<\/bdo>/gi;

/** What a text spells in another way than it is read: JSON's `\u0035`, and words turned round by `<bdo dir="rtl">`. */
export function spelled(source: string): Aside[] {
  const found: Aside[] = [];
  if (source.includes('\\u')) {
    for (const { 0: code, index } of source.matchAll(escaped)) {
      const text = code
        .slice(0, longest)
        .replace(/\\u([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
      found.push({ text, kind: 'prose', from: index, to: index + code.length });
    }
  }
  if (/<bdo/i.test(source)) {
    for (const { 0: whole, 1: words = '', index } of source.matchAll(backwards)) {
      found.push({
        text: [...words.replace(/<[^>]*>/g, '')].reverse().join(''),
        kind: 'prose',
        from: index,
        to: index + whole.length,
      });
    }
  }
  return found;
}

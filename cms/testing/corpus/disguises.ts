import type { Random } from '../../../campaigns/calendar/testing/random.ts';

const fullWidth = (text: string) => text.replace(/[0-9X]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const between = (text: string, separator: string) => [...text].join(separator);
const groups = (text: string, separator: string) =>
  [text.slice(0, 6), text.slice(6, 14), text.slice(14)].join(separator);
const numerals = '〇一二三四五六七八九';

/** Every way to write a number so that a reader still sees it. */
export const disguises: Record<string, (id: string) => string> = {
  原样: (id) => id,
  小写校验位: (id) => id.toLowerCase(),
  全角: fullWidth,
  分段空格: (id) => groups(id, ' '),
  逐位空格: (id) => between(id, ' '),
  不换行空格: (id) => groups(id, '\u00a0'),
  全角空格: (id) => groups(id, '\u3000'),
  细空格: (id) => between(id, '\u2009'),
  零宽空格: (id) => between(id, '\u200b'),
  零宽连字: (id) => groups(id, '\u200d'),
  字节序标记: (id) => groups(id, '\ufeff'),
  软连字符: (id) => groups(id, '\u00ad'),
  连字符: (id) => groups(id, '-'),
  不断连字符: (id) => groups(id, '\u2011'),
  短破折号: (id) => groups(id, '–'),
  长破折号: (id) => groups(id, '—'),
  双破折号: (id) => groups(id, '——'),
  全角连字符: (id) => groups(id, '－'),
  减号: (id) => groups(id, '\u2212'),
  间隔号: (id) => groups(id, '·'),
  项目符号: (id) => groups(id, '•'),
  日文中点: (id) => groups(id, '・'),
  句点: (id) => groups(id, '.'),
  全角句点: (id) => groups(id, '．'),
  斜杠: (id) => groups(id, '/'),
  下划线: (id) => groups(id, '_'),
  换行: (id) => groups(id, '\n'),
  换行缩进: (id) => groups(id, '\r\n    '),
  制表符: (id) => groups(id, '\t'),
  粗体标签: (id) => `${id.slice(0, 6)}<b>${id.slice(6, 14)}</b>${id.slice(14)}`,
  带属性标签: (id) => `${id.slice(0, 3)}<span style="color:#123456">${id.slice(3, 10)}</span>${id.slice(10)}`,
  换行标签: (id) => groups(id, '<br/>'),
  粗体记号: (id) => `${id.slice(0, 6)}**${id.slice(6, 14)}**${id.slice(14)}`,
  斜体记号: (id) => `*${id.slice(0, 6)}*_${id.slice(6, 14)}_${id.slice(14)}`,
  代码记号: (id) => `\`${id}\``,
  实体空格: (id) => groups(id, '&nbsp;'),
  无分号实体空格: (id) => groups(id, '&nbsp'),
  数字实体: (id) => [...id].map((c) => `&#${c.charCodeAt(0)};`).join(''),
  十六进制实体: (id) => [...id].map((c) => `&#x${c.charCodeAt(0).toString(16)};`).join(''),
  补零实体: (id) => [...id].map((c) => `&#${String(c.charCodeAt(0)).padStart(12, '0')};`).join(''),
  带圈数字: (id) => [...id].map((c) => (/[1-9]/.test(c) ? String.fromCharCode(0x245f + Number(c)) : c)).join(''),
  数学数字: (id) => [...id].map((c) => (/\d/.test(c) ? String.fromCodePoint(0x1d7ce + Number(c)) : c)).join(''),
  阿拉伯文数字: (id) => [...id].map((c) => (/\d/.test(c) ? String.fromCodePoint(0x660 + Number(c)) : c)).join(''),
  键帽: (id) => [...id].map((c) => (/\d/.test(c) ? `${c}\ufe0f\u20e3` : c)).join(''),
  汉字: (id) => [...id].map((c) => numerals[Number(c)] ?? c).join(''),
  西里尔校验位: (id) => id.replace('X', 'Х'),
  注释断开: (id) => `${id.slice(0, 9)}<!-- 注 -->${id.slice(9)}`,
};

const separators = [
  ' ',
  '  ',
  '\u00a0',
  '\u2003',
  '\u3000',
  '\u200b',
  '\u200c',
  '\u2060',
  '\ufeff',
  '-',
  '–',
  '—',
  '‐',
  '−',
  '·',
  '•',
  '.',
  '．',
  '/',
  '_',
  '*',
  '**',
  '\n',
  '\t',
  '<b>',
  '</b>',
  '<br>',
  '<span class="n1">',
  '</span>',
  '<em>',
  '</em>',
  '&nbsp;',
  '&#8203;',
  '&ensp;',
  '&zwj;',
  '<!---->',
];

/** Separators and tags at random places of a number. */
export const scatter = (id: string, random: Random): string =>
  [...id]
    .map(
      (digit, i) =>
        (i > 0 && random.chance(0.4)
          ? Array.from({ length: random.int(1, 3) }, () => random.pick(separators)).join('')
          : '') + digit,
    )
    .join('');

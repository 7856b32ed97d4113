/**
 * Radicals of the supplement (U+2E80–2EF3), each with the character that looks like it: PDF files give ⻓, ⻢ and ⻅ for 长, 马
 * and 见, and NFKC knows only those of Kangxi.
 */
const pairs =
  '⺁厂⺇几⺊卜⺌小⺎兀⺒巳⺜日⺝月⺠民⺩王⺫目⺬示⺮竹⺼月⻁虎⻄西⻅见⻆角⻇角⻉贝⻊足⻋车⻑长⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙';

const characters = new Map(
  Array.from({ length: pairs.length / 2 }, (_, i) => [pairs[2 * i] ?? '', pairs[2 * i + 1] ?? '']),
);

/** The character that a radical looks like; undefined for what is none of them. */
export const radicalAs = (char: string): string | undefined => characters.get(char);

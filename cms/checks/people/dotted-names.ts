import { charSet } from '../fold/char-set.ts';
import { dots } from '../fold/dots.ts';
import type { NameFound } from './find-names.ts';
import { runtimeWords } from './runtime-words.ts';

/** Characters in which Uygur, Kazakh, Tibetan, Mongol and foreign names are written down by their sound. */
const sounds = charSet(
  '阿艾安奥巴白班保贝比彼别宾博波布才采查达代丹德登迪地丁东都多敦顿额厄恩尔法凡菲费芬夫弗福盖甘刚高格戈哥根古贵哈海汗罕合赫黑亨胡华霍基吉加嘉贾江杰杜翰金京居卡开凯坎康科克肯孔库夸拉莱兰朗劳勒雷' +
    '里力立丽利莲列林琳卢鲁路伦罗洛吕马玛买麦曼毛茂梅美门蒙孟米密敏摩莫默木穆娜纳乃奈南尼妮努诺欧帕派潘培佩彭皮平普奇齐恰乔切琴丘曲热仁日荣肉茹若萨塞赛三桑色沙莎山善尚绍舍申生什史斯司松苏素索塔台泰坦' +
    '唐特提汀廷图土吐托瓦外旺威韦维温翁沃乌吾西希席夏辛欣星休雅亚牙延扬耶叶伊衣依易音尤玉约月扎詹珍治珠孜兹祖佐卓逊措姆增央宗卜不甫热孜义丁森',
);
/** Of one part; longer ones are two words. */
const longest = 7;
const isDot = charSet(dots);
const dot = new RegExp(`[${dots}]`);
/** Who somebody is, right before a name, where its own characters could belong to the name: 骗子|买买提, 老师|艾山. */
const roles = /(?:[^\p{Script=Han}]|[员工人民师长板户主贩手子生徒友者贼犯的是叫为被对将把给由和与同及名])$/u;
/** What begins behind a name. */
const follows =
  /^(?:[^\p{Script=Han}]|多次|都|不(?:还|肯|给|交|认|履|到|予|但|仅)|加(?:价|班|入)|开(?:着|了|店|的)|三次|买(?:了|来|卖)|卖|用|因|被|把|将|在|和|与|的|是|欠|拖|拒|骗|偷|盗|涉|等)/u;

/** Whether the dot that the characters left and right of it stand around is one within a name: 买买提·艾山, and not 诚信·广元. */
export function isWithinName(text: string, left: number, right: number): boolean {
  return (
    sounds(text.charCodeAt(left)) &&
    sounds(text.charCodeAt(left - 1)) &&
    sounds(text.charCodeAt(right)) &&
    sounds(text.charCodeAt(right + 1))
  );
}

/** Names with a dot in them, wherever they stand; the dot may be any of those that people type. Linear. */
export function dottedNames(text: string): NameFound[] {
  const found: NameFound[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!isDot(text.charCodeAt(at)) || !isWithinName(text, at - 1, at + 1)) continue;
    const from = beginning(text, at);
    let to = ending(text, at + 1);
    while (isDot(text.charCodeAt(to)) && sounds(text.charCodeAt(to + 1))) to = ending(text, to + 1);
    const name = text.slice(from, to);
    if (!areWords(name)) found.push({ name, from, to });
    at = to;
  }
  return found;
}

/** 平安·海东, 三江·明珠: two words of the language are a motto, not a name. */
const areWords = (name: string): boolean =>
  name.split(dot).every((part) => part.length === 2 && runtimeWords(part).length === 1);

/** The first character that can belong to the part that ends at `dot`, or the one behind what somebody is. */
function beginning(text: string, dot: number): number {
  let from = dot;
  while (from > 0 && dot - from < longest && sounds(text.charCodeAt(from - 1))) from -= 1;
  for (let at = from + 1; at <= dot - 2; at += 1) if (roles.test(text.slice(at - 1, at))) return at;
  return from;
}

function ending(text: string, from: number): number {
  let to = from;
  while (to - from < longest && sounds(text.charCodeAt(to))) to += 1;
  for (let at = from + 2; at < to; at += 1) if (follows.test(text.slice(at, at + 2))) return at;
  return to;
}

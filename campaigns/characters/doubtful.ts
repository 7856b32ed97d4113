/**
 * Characters that are right in a simplified text too, where they mean something else (乾坤, 著名, 瞭望) or are part of a name
 * (王昇): read as the simplified one only right beside traditional characters, and not in these words.
 */
const pairs =
  '乾干剋克劄札噁恶夥伙徵征拚拼捱挨摺折昇升氾泛脩修谿溪鉅巨陞升颺扬麽么著着瞭了藉借邨村甦苏衹只祇只叡睿堃坤';

const words =
  '乾坤 乾隆 乾卦 乾陵 乾元 角徵 徵羽 魏徵 文徵明 瞭望 慰藉 狼藉 蘊藉 蕴藉 枕藉 著名 著作 著者 著述 著稱 ' +
  '著称 著書 著录 著錄 名著 原著 編著 论著 論著 專著 合著 顯著 显著 卓著 昭著 遺著 遗著 土著 譯著 译著 巨著 鉅著 所著 執著';

const simplifiedOf = new Map(
  Array.from({ length: pairs.length / 2 }, (_, i) => [pairs[2 * i] ?? '', pairs[2 * i + 1] ?? '']),
);

/** The words in which each stays, with its place in them. */
const kept = new Map(
  [...simplifiedOf.keys()].map((char) => [
    char,
    words.split(' ').flatMap((word) => (word.includes(char) ? [{ word, within: word.indexOf(char) }] : [])),
  ]),
);

export const isDoubtful = (char: string): boolean => simplifiedOf.has(char);

/** What stands at a place of a text beside traditional characters; itself where it is no such character, or right as it is. */
export function settled(text: string, at: number): string {
  const char = text[at] ?? '';
  const stays = kept.get(char)?.some(({ within, word }) => text.startsWith(word, at - within));
  return stays ? char : (simplifiedOf.get(char) ?? char);
}

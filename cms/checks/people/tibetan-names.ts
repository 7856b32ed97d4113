import { charSet } from '../fold/char-set.ts';
import type { NameFound } from './find-names.ts';

/** Names of days, stars and virtues, two of which make a name without a surname. */
const elements = new Set(
  '扎西|多吉|次仁|泽仁|才让|卓玛|达瓦|尼玛|旦增|丹增|洛桑|央金|拉姆|拉毛|措姆|平措|彭措|格桑|索朗|索南|四郎|顿珠|东珠|巴桑|白玛|贝玛|仁青|仁钦|加措|嘉措|贡布|贡嘎|益西|曲珍|德吉|普布|边巴|米玛|拉巴|强巴|江村|阿旺|昂旺|土登|根敦|晋美|久美|旺堆|旺姆|旺久|欧珠|罗布|桑珠|玉珍|央宗|卓嘎|才旦|朗杰|南杰|群培|曲扎|曲培|赤列|斯郎|单增|降初|俄色'.split(
    '|',
  ),
);
const begins = charSet([...elements].map((element) => element.slice(0, 1)));
const place = /^[县乡镇村寺山河路街]/u;

/** Tibetan names of two parts: 扎西多吉, 泽仁拉姆. Linear. */
export function tibetanNames(text: string): NameFound[] {
  const found: NameFound[] = [];
  for (let at = 0; at < text.length - 3; at += 1) {
    const to = at + 4;
    if (
      !begins(text.charCodeAt(at)) ||
      !elements.has(text.slice(at, at + 2)) ||
      !elements.has(text.slice(at + 2, to)) ||
      place.test(text.slice(to))
    )
      continue;
    found.push({ name: text.slice(at, to), from: at, to });
    at = to - 1;
  }
  return found;
}

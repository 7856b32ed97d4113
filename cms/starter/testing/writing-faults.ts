/** House rules of writing that a machine can see (look.md §3, G15, law.md §1.3). */
const rules: { fault: string; pattern: RegExp }[] = [
  { fault: '汉字旁边用了半角标点', pattern: /[\p{Script=Han}”》）][,;:!?()"']|[,;:!?("'][\p{Script=Han}“《（]/u },
  { fault: '汉字和数字之间有空格', pattern: /\p{Script=Han} +[0-9A-Za-z]|[0-9A-Za-z] +\p{Script=Han}/u },
  { fault: '汉字之间有空格', pattern: /\p{Script=Han} +\p{Script=Han}/u },
  { fault: '引号不成对', pattern: /“[^”]*(?:“|$)|^[^“]*”/u },
  { fault: '标点连用', pattern: /[，。；：、]{2}|[？！]{2}/u },
  { fault: '有侮辱性或者不规范的词', pattern: /老赖|骗子|无赖|黑名单|红黑榜|红黑名单/u },
  { fault: '像身份证号码', pattern: /(?<!\d)\d{17}[\dXx](?!\d)/u },
  { fault: '像手机号码', pattern: /(?<!\d)1[3-9]\d{9}(?!\d)/u },
  { fault: '像车牌', pattern: /川H[A-Z0-9]{5,6}/u },
];

/** Faults of one paragraph of Chinese, as sentences with the place; empty when it is clean. */
export function writingFaults(text: string): string[] {
  return rules.flatMap(({ fault, pattern }) => {
    const match = pattern.exec(text);
    return match ? [`${fault}：“${text.slice(Math.max(0, match.index - 6), match.index + 12)}”`] : [];
  });
}

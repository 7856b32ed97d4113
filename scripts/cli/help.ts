import type { Verb } from './verb.ts';
import { append } from '../../campaigns/lists/append.ts';

/** Display width: Chinese characters take two cells. */
const width = (text: string) => [...text].reduce((n, c) => n + (c.codePointAt(0)! > 0x2e7f ? 2 : 1), 0);
const pad = (text: string, cells: number) => text + ' '.repeat(Math.max(1, cells - width(text)));

export function helpFor(verb: Verb): string {
  const words = (verb.words ?? []).map((w) => ` ${w}`).join('');
  const flags = Object.entries(verb.flags).map(([name, flag]) => [
    `--${name}${flag.value ? ` ${flag.value}` : ''}`,
    flag.help,
  ]);
  const lines = [`用法：chengxin ${verb.name}${words}${flags.length > 0 ? ' [选项]' : ''}`, '', verb.summary];
  if (flags.length > 0) append(lines, ['', '选项：', ...flags.map(([f, h]) => `  ${pad(f!, 26)}${h}`)]);
  return lines.join('\n');
}

export function helpForAll(verbs: Verb[]): string {
  return [
    '诚信广元 chengxin：一座城市的诚信宣传，从采编、审签到发布、推送、撤回。',
    '',
    '用法：npx chengxin 命令 [选项]',
    '',
    '命令：',
    ...verbs.map((v) => `  ${pad(`${v.name}${(v.words ?? []).map((w) => ` ${w}`).join('')}`, 20)}${v.summary}`),
    '',
    '每条命令都可以加 --help 查看用法。退出码：0 成功，1 没有做成，2 用法不对，3 环境或配置有问题。',
    '环境变量见 README.md；什么都不设时，一切都有可用的默认值。',
  ].join('\n');
}

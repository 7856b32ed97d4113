import { readdirSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { Failure } from '../cli/failure.ts';
import { helpFor, helpForAll } from '../cli/help.ts';
import { daySchema, durationSchema, parseWords, type Verb } from '../cli/verb.ts';

const files = readdirSync('scripts/verbs').filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
const verbs = new Map<string, Verb>();
for (const file of files) {
  const { verb } = (await import(`./${file}`)) as { verb: Verb };
  verbs.set(verb.name, verb);
}
const verbOf = (name: string): Verb => {
  const verb = verbs.get(name);
  if (!verb) throw new Error(`no ${name}`);
  return verb;
};
/** What a person reads who typed that; null when it was understood. */
const told = (name: string, ...words: string[]): string | null => {
  try {
    parseWords(verbOf(name), words);
    return null;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error.exitCode).toBe(2);
    return error.message;
  }
};

test.each<[string, string[], string]>([
  ['calendar', [], 'YEAR：请写明年份，如 chengxin calendar 2026。'],
  ['calendar', ['26'], 'YEAR：请写成四位年份，如 2026。'],
  ['calendar', ['1999'], 'YEAR：只能推算 2000—2099 年。'],
  ['calendar', ['2026', '2027'], '多出了参数“2027”：请运行 chengxin calendar --help 查看用法。'],
  ['calendar', ['2026', '--jsn'], '看不懂参数 --jsn：请运行 chengxin calendar --help 查看用法。'],
  ['campaign', ['plan'], 'CAMPAIGN：请写明是哪个活动，例如 2026/315。'],
  ['campaign', ['propose', '2026/315'], 'CAMPAIGN：propose 看的是全部活动，后面不用写活动。'],
  ['campaign', ['plan', '315'], 'CAMPAIGN：请写成 2026/315 这样的年份和短名。'],
  ['campaign', ['plan', '2026/../../etc'], 'CAMPAIGN：请写成 2026/315 这样的年份和短名。'],
  ['campaign', ['plan', '2026/315', '--out', ''], '--out：请写明文件夹。'],
  ['check', [], 'FILE…：请写明要检查的文件，如 chengxin check 稿件.docx 图片.jpg。'],
  ['emulators', ['--port-base', '65535'], '--port-base：端口最大 65534。'],
  ['emulators', ['--port-base', 'x'], '--port-base：请写一个端口号，如 5100。'],
  ['emulators', ['--port-base', '80.5'], '--port-base：请写整数。'],
  ['faults', ['--channel', 'radio'], '--channel：请写 wechat、weibo、press、community 之一。'],
  ['faults', ['--channel', 'wechat', '--runs', '0'], '--runs：至少是 1。'],
  ['ledger', ['--from', '2026-02-30'], '--from：日历上没有这一天。'],
  ['ledger', ['--from', '2026-03-02', '--to', '2026-03-01'], '--to：最后一天不能早于第一天。'],
  ['lexicons', ['import'], 'FILE…：import 后面写文件，list 后面什么也不写。'],
  ['lexicons', ['list', 'a.csv'], 'FILE…：import 后面写文件，list 后面什么也不写。'],
  ['lexicons', ['import', 'a.csv', 'b.csv'], 'FILE…：表格一次导入一个，因为短名、版次各写各的；YAML 可以几个一起。'],
  ['import', ['旧稿', '--report', 'x.pdf'], '--report：报告的文件名要以 .md、.html 或 .xlsx 结尾。'],
  ['rehearse', ['--campaign', '../x', '--in', '5s'], '--campaign：活动短名只含小写字母、数字和连字符，如 315。'],
  ['account', ['reset'], 'EMAIL：list 后面什么也不写；其余的要写电子邮件，如 admin@chengxin.example。'],
  ['account', ['list', 'a@b.example'], 'EMAIL：list 后面什么也不写；其余的要写电子邮件，如 admin@chengxin.example。'],
  ['account', ['constructor', 'a@b.example'], 'ACT：请写 list、reset、unlock、logout、remove-second-factor 之一。'],
  ['audit', ['mend'], 'ACT：请写 verify。'],
  ['start', ['--role', 'both'], '--role：只能是 all、site、admin 或 worker。'],
  ['seed', ['--stories', '0'], '--stories：至少 1 篇。'],
  ['siege', ['--kills', '9'], '--kills：最多 8。'],
  ['simulate', ['--from', '2026-03-01'], '--to：请写明日期，如 2026-03-01。'],
  ['backup', [''], 'DIR：请写备份到哪个文件夹，如 /backup/chengxin-20260314。'],
  ['restore', [''], 'DIR：请写备份所在的文件夹。'],
])('%s %j: %s', (name, words, sentence) => expect(told(name, ...words)).toBe(sentence));

test.each<[string, string[]]>([
  ['calendar', ['2026', '--json']],
  ['campaign', ['copy', '2026/315-day']],
  ['campaign', ['propose']],
  ['check', ['a', 'b', '--json']],
  ['ledger', []],
  ['ledger', ['--from', '2026-03-01', '--to', '2026-03-01']],
  ['lexicons', ['import', 'a.yaml', 'b.yml', '--dry-run']],
  ['import', ['旧稿', '--kind', 'news']],
  ['account', ['reset', ' Admin@Chengxin.Example ']],
  ['restore', ['x', '--force']],
  ['bench', []],
  ['siege', ['--minutes', '0.5', '--kills', '0']],
  ['faults', ['--channel', 'press']],
])('%s %j is understood', (name, words) => expect(told(name, ...words)).toBeNull());

describe.each([...verbs.keys()])('%s', (name) => {
  it('answers whatever a hurried hand types in one Chinese sentence', () => {
    const verb = verbOf(name);
    const values = ['', ' ', 'x', '-1', '1e9', '９', '../..', '2026-13-01', '\u0000', '长'.repeat(500)];
    const words = (verb.words ?? []).length > 0 ? values.map((value) => [value]) : [];
    const flags = Object.entries(verb.flags).flatMap(([flag, { type }]) =>
      type === 'boolean'
        ? [[`--${flag}=1`], [`--${flag}`, 'more', 'and more']]
        : [...values.map((value) => [`--${flag}=${value}`]), [`--${flag}`]],
    );
    for (const typed of [[], ['--'], ['-'], ['-h7'], ['--__proto__'], ['--toString=1'], ...words, ...flags]) {
      const sentence = told(name, ...typed);
      if (sentence === null) continue;
      expect(sentence, typed.join(' ')).toMatch(/^[^\n]{0,80}：?[^\n]*。$/u);
      expect(sentence, typed.join(' ')).not.toMatch(/Invalid|expected|Too |undefined|Unknown|Option|\[object|NaN/);
    }
  });

  it('is helped: every word and flag of it is explained, and it is in the list of all', () => {
    const verb = verbOf(name);
    const help = helpFor(verb);
    expect(help.startsWith(`用法：chengxin ${name}`)).toBe(true);
    for (const word of verb.words ?? []) expect(help).toContain(` ${word}`);
    for (const [flag, { help: says, type, value }] of Object.entries(verb.flags)) {
      expect(help).toContain(`--${flag}`);
      expect(says.trim()).not.toBe('');
      expect(type === 'string').toBe(value !== undefined);
    }
    expect(helpForAll([...verbs.values()])).toContain(verb.summary);
  });
});

test.each([
  ['5s', 5_000],
  ['10m', 600_000],
  ['2h', 7_200_000],
  ['0s', 0],
])('%s are %i ms', (text, ms) => expect(durationSchema.parse(text)).toBe(ms));
test.each(['5', 's', '5d', '-5s', '1.5h', '5 s', '9999999s', ''])('%j is no while', (text) =>
  expect(durationSchema.safeParse(text).success).toBe(false),
);
test.each(['2026-02-29', '2026-00-01', '2026-1-1', '２０２６-01-01', '2026-01-01T00:00', ''])('%j is no day', (text) =>
  expect(daySchema.safeParse(text).success).toBe(false),
);
it('the 29th of February is a day where there is one', () => expect(daySchema.parse('2028-02-29')).toBe('2028-02-29'));

import { readFileSync } from 'node:fs';
import { createFiction } from '../../cms/testing/corpus/fiction.ts';
import { recallRates, falseAlarms, type Recall } from '../../cms/testing/corpus/rates.ts';
import { readSubjects } from '../../cms/checks/subject/read-subjects.ts';
import { checkTexts } from '../../cms/checks/check-texts.ts';
import { indexLexicons } from '../../cms/checks/lexicon/index-lexicons.ts';
import { loadLexicons } from '../../cms/content/load-lexicons.ts';
import { listFiles } from '../../cms/content/list-files.ts';
import { line, summary } from './figures.ts';

// 100 kB of real stories, all rules; the peer is what would be written without this project: one pattern for 18 digits and
// a list of words, on the same text in the same run. It sees through nothing.
const limit = 50;
const stories = (await listFiles(process.cwd(), 'content/stories', '.md'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n\n');
const text = Buffer.from(stories.repeat(Math.ceil(100_000 / Buffer.byteLength(stories)) + 1))
  .subarray(0, 100_000)
  .toString('utf8');
const lists = await loadLexicons(process.cwd());
const lexicons = indexLexicons(lists);
const words = lists.flatMap(({ entries }) => entries.map(({ wrong }) => wrong));

const naive = (body: string) => {
  const ids = [...body.matchAll(/(?<!\d)\d{17}[\dXx](?!\d)/g)].length;
  return ids + words.filter((word) => body.includes(word)).length;
};
const timed = (work: () => unknown) => {
  const started = performance.now();
  work();
  return performance.now() - started;
};
// As `chengxin check` asks: every rule, and who is told something bad.
const check = (body: string) => [checkTexts([{ field: '正文', text: body }], { lexicons }), readSubjects(body)];

/** Hundreds of expressions are compiled when they are first met, and once more when they are met often. */
const warm = 20;
const ours: number[] = [];
const peer: number[] = [];
for (let run = 0; run < warm + 20; run += 1) {
  // Another text each time: the readings of the last ones are kept.
  const fresh = `${text}${run}`;
  ours.push(timed(() => check(fresh)));
  peer.push(timed(() => naive(fresh)));
}
console.log(line('100 kB 文稿，全部规则', ours.slice(warm), '毫秒'));
console.log(line('100 kB 文稿，一个正则加逐词查找', peer.slice(warm), '毫秒'));
const median = summary(ours.slice(warm)).median;
console.log(
  `比值 ${(median / summary(peer.slice(warm)).median).toFixed(2)}；上限 ${limit} 毫秒：${median <= limit ? '达到' : '没有达到'}`,
);

// The committed corpora: what is found of texts that the rules were made with, of those they were not, and what is found wrongly.
const share = ({ found, of }: Recall) => `${found}/${of}（${((100 * found) / of).toFixed(1)}%）`;
for (const [half, name] of [
  ['known', '规则见过的一半'],
  ['unknown', '规则没见过的一半'],
] as const) {
  const { blame, others } = recallRates(half, { lexicons });
  console.log(`盲测语料，${name}：指名批评 ${share(blame)}；未成年人、封存记录、无罪推定、号码、住址 ${share(others)}`);
}
const alarms = await falseAlarms({ lexicons });
console.log(
  `无害文本误报 ${share({ found: alarms.texts.length, of: alarms.of })}：${[...alarms.byRule].map(([rule, n]) => `${rule} ${n}`).join('，')}`,
);

// What makes careless patterns quadratic, at two sizes: time per character must not grow with the size.
const fiction = createFiction(1);
const hostile: Record<string, (size: number) => string> = {
  全是数字: (size) => fiction.digits(1000).repeat(size / 1000),
  数字和空格: (size) => '1 '.repeat(size / 2),
  全是空格: (size) => ' '.repeat(size),
  全是左尖括号: (size) => '<'.repeat(size),
  没有关上的标签: (size) => '<a '.repeat(size / 3),
  全是星号: (size) => '*'.repeat(size),
  全是左括号: (size) => '（'.repeat(size / 3),
  全是与号: (size) => '&'.repeat(size),
  没有关上的注释: (size) => '<!--'.repeat(size / 4),
  一个不停的句子: (size) => '学生张伟因赌博被拘留，涉嫌诈骗'.repeat(size / 45),
  身份证号连着: (size) => Array.from({ length: size / 20 }, () => fiction.id()).join('，'),
  汉字数字: (size) => '一'.repeat(size / 3),
};
for (const [name, make] of Object.entries(hostile)) {
  const [small, large] = [make(100_000), make(1_000_000)];
  const one = Math.min(...[0, 1, 2].map((n) => timed(() => check(`${small}${n}`))));
  const ten = timed(() => check(large));
  console.log(
    `${name}：100 kB ${one.toFixed(1)} 毫秒，1 MB ${ten.toFixed(1)} 毫秒，十倍长用了 ${(ten / one).toFixed(1)} 倍时间`,
  );
}
if (median > limit) process.exitCode = 1;

import { readdir, readFile } from 'node:fs/promises';

/** One sentence that stands in the source of the public pages. */
export interface Sentence {
  where: string;
  text: string;
}

/** Words with which a page binds itself or says what it does of its own accord. */
const binding =
  /一律|必定|必须由|须由|保证(?!金)|确保|承诺(?!书)|随时|永不|绝不|从不|长期保留|永久|即撤|撤下|自动(?:撤|下线|删|更新)|已作匿名|支持IPv6|每一篇都|不(?:收集|记录|登载|使用|装|用Cookie|用注册|公开|发送|给任何人|转载|整份|设Cookie)|不会|没有(?:验证码|弹窗)|经初审|行文只讲/u;
/** These pages are nothing but promises: each of their sentences counts. */
const wholly = /^site\/pages\/about\/(?:privacy|accessibility)\.astro$/;
/** Orders and advice to the reader, and what tells where something is: no promise of ours. */
const telling =
  /^(?:请|您可以|稿件里写到您|需要|看这个网站|本站收集什么|本站的无障碍|看不清|您的浏览器没有开启脚本|可以按住|遇到困难|《中华人民共和国|GB\/T|或请|参照|我们|您|适老版$|打开适老版|回标准版|您看网站的时候|已经下载的)/u;

/** Sentences for readers that are made outside of `site/`. */
const elsewhere = [
  'cms/release/review-note.ts',
  'cms/release/rendition/anonymity.ts',
  'cms/release/rendition/facts-html.ts',
];

/** Everything in the sources of the public pages that binds the site, as a reader sees it: without markup and values. */
export async function writtenPromises(): Promise<Sentence[]> {
  const names = (await readdir('site', { recursive: true })).map((name) => `site/${name.replaceAll('\\', '/')}`).sort();
  const files = names.filter((name) => /\.astro$|^site\/words\/.*(?<!\.test)\.ts$/.test(name));
  const found = await Promise.all(
    [...files, ...elsewhere].map(async (where) => sentencesOf(where, await readFile(where, 'utf8'))),
  );
  return found.flat();
}

/** What binds the site in one source file. */
export function sentencesOf(where: string, source: string): Sentence[] {
  const counts = (text: string) =>
    wholly.test(where) ? /\p{Script=Han}{4}/u.test(text) && !telling.test(text) : binding.test(text);
  return wordsOf(where, source)
    .flatMap((words) => words.split(/(?<=。)|\n/))
    .map((text) => text.replace(/[。，\s]+$/u, '').trim())
    .filter((text) => text !== '' && counts(text))
    .map((text) => ({ where, text }));
}

/** The words between the tags and in the attributes that people are told; of TypeScript, what stands in quotes. */
function wordsOf(where: string, source: string): string[] {
  const quoted = (text: string) =>
    [...text.matchAll(/(['"`])((?:(?!\1)[^\\\n])*\p{Script=Han}(?:(?!\1)[^\\\n])*)\1/gu)].map(([, , words = '']) =>
      words.replace(/\$\{[^}]*\}/g, ''),
    );
  // Between braces stand values, words in quotes, and words between tags that only sometimes appear.
  const spoken = (code: string) => [
    ...quoted(code),
    ...code
      .slice(1, -1)
      .replace(/(['"`])(?:(?!\1)[^\\\n])*\1/g, '')
      .split('\n')
      .filter((line) => /\p{Script=Han}/u.test(line))
      .map((line) => line.replace(/^[^\p{Script=Han}“（]*/u, '')),
  ];
  if (!where.endsWith('.astro')) return quoted(source.replace(/^\s*(?:\/\/|\/?\*).*$/gm, ''));
  const markup = source.replace(/^---[\s\S]*?^---$/m, '').replace(/<!--[\s\S]*?-->/g, '');
  const told = [...markup.matchAll(/\s(?:description|standfirst|title|alt|aria-label)="([^"]*)"/g)].map(
    ([, words = '']) => words,
  );
  const read = markup.replace(
    /<(\/?)([A-Za-z][\w.]*)((?:[^>"'{]|"[^"]*"|'[^']*'|\{[^}]*\})*)>/g,
    (_, _end, name: string) => (/^(?:a|b|span|em|strong|time|Copies)$/.test(name) ? '' : '\n'),
  );
  return [
    ...told,
    ...read
      .replace(/\{[^{}]*\}/g, (code) => (/\p{Script=Han}/u.test(code) ? `\n${spoken(code).join('\n')}\n` : ''))
      .split('\n'),
  ];
}

import { readdir, readFile } from 'node:fs/promises';
import ts from 'typescript';
import type { Sentence } from './written.ts';

/** Where texts are made that leave the house by another way than a page: channels, mails, notes in packages, calendars, feeds. */
const rooms: readonly { folder: string; files: RegExp }[] = [
  { folder: 'campaigns/channels', files: /\.ts$/ },
  { folder: 'campaigns/alarms', files: /\.ts$/ },
  { folder: 'campaigns/calendar', files: /^ics[\w-]*\.ts$/ },
  { folder: 'site/feeds', files: /\.ts$/ },
  { folder: 'cms/programme', files: /-ics\.ts$|^documents\/.*\.ts$/ },
  { folder: 'cms/release', files: /\.ts$/ },
  { folder: 'cms/publication', files: /\.ts$/ },
  { folder: 'cms/read/payload', files: /\.ts$/ },
  { folder: 'cms/ops', files: /\.ts$/ },
  { folder: 'scripts/start/ops', files: /\.ts$/ },
];
/** Emulators speak as the platforms do; tables of a platform's errors repeat its rules. */
const others = /\.test\.ts$|\.d\.ts$|(?:^|\/)(?:testing|emulator)\/|conformance\.ts$|error-class\.ts$/;

/** Words with which such a text says what the house always does, or what will come of itself. */
const binding =
  /一律|必定|保证(?!金)|确保|承诺(?!书)|随时|永不|绝不|从不|长期保留|永久|自动|匿名处理|均(?!衡|价|分|值|匀)|期满|(?<!未)到时(?!间)|24\s*小时|小时之?内|不会|为准|不小于|不少于|按签发稿|(?<!立)即(?:撤|删|停)/u;

/** Everything in the sources of outgoing texts that binds the house. */
export async function outgoingSentences(): Promise<Sentence[]> {
  const found = await Promise.all(
    rooms.map(async ({ files, folder }) => {
      const names = (await readdir(folder, { recursive: true }))
        .map((name) => name.replaceAll('\\', '/'))
        .filter((name) => files.test(name) && !others.test(name))
        .sort();
      return Promise.all(
        names.map(async (name) => bindingIn(`${folder}/${name}`, await readFile(`${folder}/${name}`, 'utf8'))),
      );
    }),
  );
  return found.flat(2);
}

/** What a page's data say of this site itself: explainers of lists, columns, the region and campaigns. */
export async function dataPromises(): Promise<Sentence[]> {
  const folders = ['content/lists', 'content/columns', 'content/region', 'content/campaigns'];
  const found = await Promise.all(
    folders.map(async (folder) => {
      const names = (await readdir(folder, { recursive: true }))
        .map((name) => name.replaceAll('\\', '/'))
        .filter((name) => name.endsWith('.yaml'))
        .sort();
      return Promise.all(
        names.map(async (name) => {
          const lines = (await readFile(`${folder}/${name}`, 'utf8'))
            .split('\n')
            .filter((line) => !line.trimStart().startsWith('#'))
            .map((line) => line.replace(/^[\s-]*[\w-]+:\s*/, ''));
          return lines
            .flatMap((line) => line.split(/(?<=。)/))
            .map((text) => text.replace(/[。"\s]+$/u, '').trim())
            .filter((text) => /本站|本网/u.test(text) && /[不没必须都只]|一律|保证|随时/u.test(text))
            .map((text) => ({ where: `${folder}/${name}`, text }));
        }),
      );
    }),
  );
  return found.flat(2);
}

/** What binds the house in one source: sentences of its strings and templates, without the values in them. */
export const bindingIn = (where: string, source: string): Sentence[] =>
  stringsIn(source)
    .flatMap((words) => words.split(/(?<=[。；])|\n/))
    .map((text) => text.replace(/[。；，\s]+$/u, '').trim())
    .filter((text) => /\p{Script=Han}/u.test(text) && binding.test(text))
    .map((text) => ({ where, text }));

/** Strings as the program holds them: a template of several lines, and one inside another, are each read whole. */
function stringsIn(source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text);
    if (ts.isTemplateExpression(node))
      found.push(node.head.text + node.templateSpans.map(({ literal }) => literal.text).join(''));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest));
  return found;
}

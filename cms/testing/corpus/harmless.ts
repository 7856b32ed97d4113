import { readFile } from 'node:fs/promises';
import { createRandom } from '../../../campaigns/calendar/testing/random.ts';
import { listFiles } from '../../content/list-files.ts';
import { readBlind } from './blind.ts';
import { createFiction } from './fiction.ts';
import { municipal } from './municipal.ts';
import { negatives } from './negatives.ts';
import { innocenceLaw, minorsLaw, sealedLaw } from './people-law.ts';
import { subjects } from './subjects.ts';

/** These tell of an invented person what he is charged with: harmless for other rules, and what the question asks about. */
const blames =
  /法定代表人陈强涉嫌|失信被执行人王建国，男|店主王建国因拖欠|李强涉嫌诈骗|陈大明拒不还款|赵刚因盗窃|被告人王强犯/;

/** Texts in which nothing is to be found, each once: what the product ships, what the desk writes, what sounds like blame and is none. */
export async function harmlessTexts(): Promise<string[]> {
  const files = await Promise.all(
    (await listFiles(process.cwd(), 'content', '.md')).map((file) => readFile(file, 'utf8')),
  );
  const paragraphs = files
    .flatMap((text) => text.split(/\n\s*\n/).map((one) => one.trim()))
    .filter((one) => /\p{Script=Han}{6}/u.test(one));
  const generated = municipal(createRandom(2026), 1500);
  const numbers = [3, 4, 5].flatMap((seed) => negatives(createFiction(seed)));
  const written = readBlind().flatMap(({ kinds, text }) => (kinds.includes('none') ? [text] : []));
  const all = [
    ...paragraphs,
    ...generated,
    ...numbers,
    ...written,
    ...subjects.silent,
    ...minorsLaw.silent,
    ...sealedLaw.silent,
    ...innocenceLaw.silent,
  ];
  return [...new Set(all)].filter((text) => !blames.test(text));
}

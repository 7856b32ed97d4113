import { checkTexts } from '../../checks/check-texts.ts';
import { fold } from '../../checks/fold/fold.ts';
import { findNames, type NameFound } from '../../checks/people/find-names.ts';
import { runtimeWords } from '../../checks/people/runtime-words.ts';
import { doubleSurnames } from '../../checks/people/surnames.ts';
import { findSubjects } from '../../checks/subject/find-subjects.ts';
import type { Snapshot } from '../../story/snapshot.ts';

/** A registered name; 某 and 示例 in front of it name nobody. */
const unit =
  /(?<!某|某某)(?<=^|[^\p{Script=Han}]|[的由被对向将与和及])[\p{Script=Han}（）()]{2,20}(?:有限公司|有限责任公司|股份公司|专业合作社|事务所)/gu;

/**
 * Whether the texts of a case themselves show that nobody can be recognised: no person's name, no unit's registered name,
 * no number that belongs to somebody, in anything that readers get. Only then may any output say so. Pure.
 */
export function nobodyRecognised(
  snapshot: Pick<
    Snapshot,
    'kind' | 'title' | 'summary' | 'text' | 'caseSteps' | 'cover' | 'images' | 'corrections' | 'disclosure' | 'answer'
  >,
): boolean {
  if (snapshot.kind !== 'case' || snapshot.disclosure) return false;
  // The form may know of somebody whom the text does not show.
  if (snapshot.answer && snapshot.answer.who !== 'nobody') return false;
  const { caseSteps: steps, cover, corrections, images, summary, text, title } = snapshot;
  const texts = [
    title,
    summary,
    text,
    steps?.what ?? '',
    ...(steps?.costs ?? []).map(({ figure, label }) => `${label} ${figure}`),
    ...(steps?.mend ?? []).map((row) => row.text),
    ...[cover, ...images].flatMap((picture) => (picture ? [picture.alt, picture.caption ?? ''] : [])),
    ...corrections.flatMap(({ note, now, was }) => [was, now, note]),
  ]
    .filter((one) => one.trim() !== '')
    .map((one) => fold(one, false).text);
  const all = texts.join('\n');
  if (texts.some((one) => findSubjects(one).length > 0)) return false;
  const named = texts.some(
    (one) =>
      findNames(one).some((found) => isSomebody(one, found, all)) ||
      (one.match(unit) ?? []).some((name) => !name.startsWith('某')),
  );
  return (
    !named &&
    !checkTexts(texts.map((one) => ({ field: '正文', text: one }))).some(({ rule }) =>
      rule.startsWith('personal-data/'),
    )
  );
}

/** Surnames that are things which every case is about: 钱装修, 车多少, 房出租. */
const things = /^[钱车房]/;
const role = /[人叫名为者主员]$/;

/** Not 顾客说, whose first two characters are a word; nor 钱放|在, nor a thing that is spoken of once and is nobody's trade. */
function isSomebody(text: string, { from, name }: NameFound, all: string): boolean {
  if (role.test(text.slice(0, from))) return true;
  const [first, second] = runtimeWords(text.slice(from, from + 8));
  const again = all.split(name).length > 2;
  if (first?.text.length === 2 && name.length === 3 && !doubleSurnames.has(first.text)) return again;
  if (!things.test(name)) return true;
  return (first?.text.length ?? 0) + (second?.text.length ?? 0) <= name.length && again;
}

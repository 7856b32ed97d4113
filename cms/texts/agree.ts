import type { PayloadRequest } from 'payload';
import type { Person } from '../access/person.ts';
import type { Role } from '../access/roles.ts';
import { blameIn } from '../checking/save/refuse-blame.ts';
import { idNumbersIn } from '../checking/save/refuse-id-numbers.ts';
import { typedTexts } from '../checking/save/typed-texts.ts';
import { agreedCopy, keepCopy } from './agreed-copies.ts';
import { afterAgreeing } from './after-agreeing.ts';
import { subjects, type SubjectSlug } from './subjects.ts';
import { wordingName, wordingOf } from './wording.ts';
import { writersOf } from './writers.ts';

/** Who reviews anything may agree to a short text. */
export const agreers: readonly Role[] = ['reviewer1', 'reviewer2', 'signer'];

export interface Agreed {
  status: 200 | 403 | 404 | 409 | 422;
  message: string;
}

type Row = Record<string, unknown> & { id: string; writers?: unknown };

const rowOf = (req: PayloadRequest, subject: SubjectSlug, id: string): Promise<Row | null> =>
  req.payload.findByID({ collection: subject, id, depth: 0, disableErrors: true, req }) as unknown as Promise<Row | null>;

/** What the public reads of a row, what it is to read, who wrote that, and whether the one who asks may agree. */
export async function compareWords(req: PayloadRequest, subject: SubjectSlug, id: string, person: Person) {
  const row = await rowOf(req, subject, id);
  if (!row) return null;
  const [copy, next, writers] = [await agreedCopy(req.payload, subject, id), wordingOf(subject, row), writersOf(row)];
  const waits = copy ? copy.version !== wordingName(next) : writers.length > 0;
  const labels = new Map(req.payload.collections[subject].config.flattenedFields.map((field) => [field.name, 'label' in field && typeof field.label === 'string' ? field.label : field.name]));
  const shown = (value: unknown) => (Array.isArray(value) ? value.join('、') : String(value ?? ''));
  const now = copy?.words ?? (waits ? {} : next);
  return {
    waits,
    version: wordingName(next),
    writers: writers.map(({ name }) => name),
    mayAgree: waits && refusal(person, writers.map((writer) => writer.id)) === null,
    lines: subjects[subject].fields.map((name) => ({ label: labels.get(name) ?? name, now: shown(now[name as keyof typeof now]), next: shown(next[name]) })),
  };
}

function refusal(person: Person, writers: readonly string[]): string | null {
  if (!person.roles.some((role) => agreers.includes(role))) return '您的职责不能同意公开文字：请初审、复审或终审人来看。';
  if (writers.includes(person.id)) return '这段文字您自己写过或改过，要由另一个人同意：请告诉一位没有改过的审核人；只有两个人的，请把文字改回网站上现在的样子保存，再由一个人从头改、另一个人同意。';
  return null;
}

/**
 * 同意: a second person makes the words of a row public. It is these very words that become public, not what the row has
 * come to say meanwhile. Repeating it changes nothing.
 * @param version the name of the wording that the person has seen (`wordingName`)
 */
export async function agree(req: PayloadRequest, subject: SubjectSlug, id: string, person: Person, version: string): Promise<Agreed> {
  // Told before anything is looked up: who may not agree at all learns nothing else.
  const barred = refusal(person, []);
  if (barred) return { status: 403, message: barred };
  const row = await rowOf(req, subject, id);
  if (!row) return { status: 404, message: `没有这条${subjects[subject].noun}：它可能已被删除。` };
  const writers = writersOf(row);
  const words = wordingOf(subject, row);
  const said = refusal(person, writers.map((writer) => writer.id));
  if (said) return { status: 403, message: said };
  if (wordingName(words) !== version) return { status: 409, message: '您看过以后，这段文字又改过了，所以没有同意：请刷新页面，看过新的文字再按。' };
  const copy = await agreedCopy(req.payload, subject, id);
  if (copy ? copy.version === version : writers.length === 0) {
    // Whoever agreed may have been cut off before this.
    await afterAgreeing(req.payload, subject, row);
    return { status: 200, message: '这段文字已经在网站上了，不用再同意。' };
  }
  const { fields } = req.payload.collections[subject].config;
  const texts = typedTexts(fields, words);
  const [problem] = [...idNumbersIn(texts), ...blameIn(texts, row)];
  if (problem) return { status: 422, message: problem.message.replace('没有保存', '没有同意') };
  await keepCopy(req, subject, id, words, { writers, by: { id: person.id, name: person.name }, note: '第二人同意' });
  await afterAgreeing(req.payload, subject, row);
  return { status: 200, message: '已同意：网站上的文字马上换成新的。' };
}

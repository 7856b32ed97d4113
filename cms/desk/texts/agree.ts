import type { PayloadRequest } from 'payload';
import { systemClock, type Clock } from '../../../campaigns/ports/clock.ts';
import type { Person } from '../../access/person.ts';
import type { Role } from '../../access/roles.ts';
import { saidNumber } from '../../checking/save/said-number.ts';
import { agreedCopy, keepCopy } from '../../texts/agreed-copies.ts';
import { afterAgreeing } from './after-agreeing.ts';
import { forThePublic } from '../../texts/for-the-public.ts';
import { openWordsOf } from '../../texts/open-words.ts';
import { problemsOf, type Problems } from './problems-of.ts';
import { withoutSaving } from './without-saving.ts';
import { refusalOf, refusedBy } from '../../texts/refusal.ts';
import { subjectOf, subjects, type SubjectSlug } from '../../texts/subjects.ts';
import { shownWords, wordingName, wordingOf, type Wording } from '../../texts/wording.ts';
import { writersOf } from '../../texts/writers.ts';

/** Who reviews anything may agree to a short text. */
export const agreers: readonly Role[] = ['reviewer1', 'reviewer2', 'signer'];
/** Who alone may agree where the checks see somebody blamed by name (docs/decisions/040). */
export const blameAgreers: readonly Role[] = ['secrecy'];

export interface Agreed {
  status: 200 | 403 | 404 | 409 | 422;
  message: string;
}

type Row = Record<string, unknown> & { id: string; writers?: unknown; refused?: unknown };

/** One row of a subject as it stands; null when there is none. */
export const rowOf = (req: PayloadRequest, subject: SubjectSlug, id: string): Promise<Row | null> =>
  req.payload.findByID({ collection: subject, id, depth: 0, disableErrors: true, req }) as unknown as Promise<Row | null>;

const isOne = ({ roles }: Person, some: readonly Role[]): boolean => roles.some((role) => some.includes(role));
/** Whether a person agrees to any short texts, or says why not. */
export const isAgreer = (person: Person): boolean => isOne(person, [...agreers, ...blameAgreers]);
export const notYours = '您的职责不能同意公开文字：请初审、复审或终审人来看。';
const ownWords = (isShown: boolean): string => `这段文字您自己写过或改过，要由另一个人同意：请告诉一位没有改过的审核人；只有两个人、又都动过的，${isShown ? '请把文字改回网站上现在的样子保存，再由一个人从头改、另一个人同意' : '请由一个人重新建一份、另一个人同意'}。`;

/** What the public reads of a row, what it is to read, who wrote that, what the checks say of it, and whether the one who asks may agree. */
export async function compareWords(req: PayloadRequest, subject: SubjectSlug, id: string, person: Person) {
  const row = await rowOf(req, subject, id);
  if (!row) return null;
  const [copy, next, writers] = [await agreedCopy(req.payload, subject, id), wordingOf(subject, row), writersOf(row)];
  const waits = openWordsOf(subject, row, copy) !== null;
  const refusal = waits ? refusalOf(subject, row) : null;
  const isMine = writers.some((writer) => writer.id === person.id);
  const labels = new Map(req.payload.collections[subject].config.flattenedFields.map((field) => [field.name, 'label' in field && typeof field.label === 'string' ? field.label : field.name]));
  const now: Wording = copy?.words ?? (waits ? {} : next);
  const blame = waits ? (await problemsOf(req.payload, subject, row, next)).blame : [];
  return {
    waits,
    meanwhile: subjectOf(subject).meanwhile,
    version: wordingName(next),
    writers: writers.map(({ name }) => name),
    blame: blame.map(({ message }) => withoutSaving(message)),
    refusal: refusal && { name: refusal.name, reason: refusal.reason },
    mayAgree: waits && isOne(person, blame.length > 0 ? blameAgreers : agreers) && !isMine && (refusal === null || refusal.by === person.id),
    mayRefuse: waits && refusal === null && isAgreer(person) && (!isMine || subjectOf(subject).fixed === true),
    lines: subjects[subject].fields.map((name) => ({ label: labels.get(name) ?? name, now: shownWords(now[name]), next: shownWords(next[name]) })),
  };
}

/** Why the words may not become public as they are, or by this person; null: they may. */
function refused({ barring: [bar], blame: [blame] }: Problems, person: Person, reason: string): Agreed | null {
  if (bar) return { status: 422, message: withoutSaving(bar.message) };
  if (!blame) return isOne(person, agreers) ? null : { status: 403, message: notYours };
  if (!isOne(person, blameAgreers)) return { status: 422, message: `${withoutSaving(blame.message)}确属看错的，请保密审查人写明理由后同意。` };
  const number = saidNumber({ 理由: reason });
  if (number) return { status: 422, message: number };
  return [...reason].length >= 4 ? null : { status: 422, message: '没有同意：请写一句理由，为什么不是指名批评，至少4个字。理由会留在操作记录里。' };
}

/**
 * 同意: a second person makes the words of a row public. It is these very words that become public, not what the row has
 * come to say meanwhile. Repeating it changes nothing.
 * @param version the name of the wording that the person has seen (`wordingName`)
 * @param more `reason`: why the checks are wrong where they see somebody blamed by name; the secrecy reviewer's to say
 */
export async function agree(
  req: PayloadRequest, subject: SubjectSlug, id: string, person: Person, version: string, { clock = systemClock, reason = '' }: { clock?: Clock; reason?: string } = {},
): Promise<Agreed> {
  // Told before anything is looked up: who may not agree at all learns nothing else.
  if (!isAgreer(person)) return { status: 403, message: notYours };
  const { payload } = req;
  const row = await rowOf(req, subject, id);
  if (!row) return { status: 404, message: `没有这条${subjects[subject].noun}：它可能已被删除。` };
  const copy = await agreedCopy(payload, subject, id);
  if (writersOf(row).some((writer) => writer.id === person.id)) return { status: 403, message: ownWords(copy !== null) };
  const open = openWordsOf(subject, row, copy);
  const problems = open && (await problemsOf(payload, subject, row, open.words));
  const no = problems && refused(problems, person, reason.trim());
  if (no?.status === 403) return no;
  if (wordingName(wordingOf(subject, row)) !== version) return { status: 409, message: '您看过以后，这段文字又改过了，所以没有同意：请刷新页面，看过新的文字再按。' };
  if (no) return no;
  const refusal = open && refusalOf(subject, row);
  if (refusal && refusal.by !== person.id) return { status: 409, message: refusedBy(refusal) };
  if (!open) {
    // Whoever agreed may have been cut off before this.
    await afterAgreeing(payload, clock, subject, row);
    return { status: 200, message: '这段文字已经在网站上了，不用再同意。' };
  }
  const why = problems?.blame.length ? { note: '保密审查人认定不是指名批评，同意', reason: reason.trim() } : { note: '第二人同意' };
  await keepCopy(req, subject, id, open.words, { writers: open.writers, by: { id: person.id, name: person.name }, ...why, since: clock.now().toISOString() });
  await afterAgreeing(payload, clock, subject, row);
  const [isShown] = await forThePublic(payload, subject, [row]);
  return { status: 200, message: isShown ? '已同意：网站上的文字马上换成新的。' : '已同意：活动确认以后，网站上就用这些文字。' };
}

import type { PayloadRequest } from 'payload';
import { systemClock, type Clock } from '../../../campaigns/ports/clock.ts';
import type { Person } from '../../access/person.ts';
import { agreedCopy, keepCopy } from '../../texts/agreed-copies.ts';
import { afterAgreeing } from './after-agreeing.ts';
import { forThePublic } from '../../texts/for-the-public.ts';
import { openWordsOf } from '../../texts/open-words.ts';
import { howAgreed, isAgreer, isTurnOf, notYours, saidOf, whyNotPublic, type Agreed } from './may-become-public.ts';
import { noProblems, problemsOf } from './problems-of.ts';
import { refusalOf, refusedBy } from '../../texts/refusal.ts';
import { subjectOf, subjects, type SubjectSlug } from '../../texts/subjects.ts';
import { shownWords, wordingName, wordingOf, type Wording } from '../../texts/wording.ts';
import { writersOf } from '../../texts/writers.ts';
import type { Held } from '../../columns/stored.ts';

type Row = Record<string, unknown> & { id: string; writers?: Held<'writers'>; refused?: Held<'refused'> };

/** One row of a subject as it stands; null when there is none. */
export async function rowOf(req: PayloadRequest, subject: SubjectSlug, id: string): Promise<Row | null> {
  const row = await req.payload.findByID({ collection: subject, id, depth: 0, disableErrors: true, req });
  return row && { ...row };
}

const ownWords = (isShown: boolean): string =>
  `这段文字您自己写过或改过，要由另一个人同意：请告诉一位没有改过的审核人；只有两个人、又都动过的，${isShown ? '请把文字改回网站上现在的样子保存，再由一个人从头改、另一个人同意' : '请由一个人重新建一份、另一个人同意'}。`;

/** What the public reads of a row, what it is to read, who wrote that, what the checks say of it, and whether the one who asks may agree. */
export async function compareWords(req: PayloadRequest, subject: SubjectSlug, id: string, person: Person) {
  const row = await rowOf(req, subject, id);
  if (!row) return null;
  const [copy, next, writers] = [await agreedCopy(req.payload, subject, id), wordingOf(subject, row), writersOf(row)];
  const waits = openWordsOf(subject, row, copy) !== null;
  const refusal = waits ? refusalOf(subject, row) : null;
  const isMine = writers.some((writer) => writer.id === person.id);
  const labels = new Map(
    req.payload.collections[subject].config.flattenedFields.map((field) => [
      field.name,
      'label' in field && typeof field.label === 'string' ? field.label : field.name,
    ]),
  );
  const now: Wording = copy?.words ?? (waits ? {} : next);
  const problems = waits ? await problemsOf(req.payload, subject, row, next) : noProblems;
  return {
    waits,
    meanwhile: subjectOf(subject).meanwhile,
    version: wordingName(next),
    writers: writers.map(({ name }) => name),
    ...saidOf(problems),
    refusal: refusal && { name: refusal.name, reason: refusal.reason },
    mayAgree:
      waits &&
      problems.barring.length === 0 &&
      isTurnOf(person, problems) &&
      !isMine &&
      (refusal === null || refusal.by === person.id),
    mayRefuse: waits && refusal === null && isAgreer(person) && (!isMine || subjectOf(subject).fixed === true),
    lines: subjects[subject].fields.map((name) => ({
      label: labels.get(name) ?? name,
      now: shownWords(now[name]),
      next: shownWords(next[name]),
    })),
  };
}

/**
 * 同意: a second person makes the words of a row public. It is these very words that become public, not what the row has
 * come to say meanwhile. Repeating it changes nothing.
 * @param version the name of the wording that the person has seen (`wordingName`)
 * @param more `reason`: why the checks are wrong where they see something to be decided; the secrecy reviewer's to say
 */
export async function agree(
  req: PayloadRequest,
  subject: SubjectSlug,
  id: string,
  person: Person,
  version: string,
  { clock = systemClock, reason = '' }: { clock?: Clock; reason?: string } = {},
): Promise<Agreed> {
  // Told before anything is looked up: who may not agree at all learns nothing else.
  if (!isAgreer(person)) return { status: 403, message: notYours };
  const { payload } = req;
  const row = await rowOf(req, subject, id);
  if (!row) return { status: 404, message: `没有这条${subjects[subject].noun}：它可能已被删除。` };
  const copy = await agreedCopy(payload, subject, id);
  if (writersOf(row).some((writer) => writer.id === person.id))
    return { status: 403, message: ownWords(copy !== null) };
  const open = openWordsOf(subject, row, copy);
  const problems = open ? await problemsOf(payload, subject, row, open.words) : noProblems;
  const no = open && whyNotPublic(problems, person, reason.trim());
  if (no?.status === 403) return no;
  if (wordingName(wordingOf(subject, row)) !== version)
    return { status: 409, message: '您看过以后，这段文字又改过了，所以没有同意：请刷新页面，看过新的文字再按。' };
  if (no) return no;
  const refusal = open && refusalOf(subject, row);
  if (refusal && refusal.by !== person.id) return { status: 409, message: refusedBy(refusal) };
  if (!open) {
    // Whoever agreed may have been cut off before this.
    await afterAgreeing(payload, clock, subject, row);
    return { status: 200, message: '这段文字已经在网站上了，不用再同意。' };
  }
  await keepCopy(req, subject, id, open.words, {
    writers: open.writers,
    by: { id: person.id, name: person.name },
    ...howAgreed(problems, reason.trim()),
    since: clock.now().toISOString(),
  });
  await afterAgreeing(payload, clock, subject, row);
  const [isShown] = await forThePublic(payload, subject, [row]);
  return {
    status: 200,
    message: isShown ? '已同意：网站上的文字马上换成新的。' : '已同意：活动确认以后，网站上就用这些文字。',
  };
}

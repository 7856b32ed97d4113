import { addDays, civilDay } from '../../../campaigns/calendar/civil-day.ts';
import type { Person } from '../../access/person.ts';
import { agreers, doubtAgreers } from '../../desk/texts/may-become-public.ts';
import { subjectOf } from '../../texts/subjects.ts';
import type { WaitingText } from '../../desk/texts/waiting.ts';
import { shorten } from '../../words/words.ts';
import type { Task } from './my-work.ts';

const taskOf = ({ id, since, subject, title }: WaitingText): Omit<Task, 'detail' | 'button'> => ({
  id: `${subject}/${id}`,
  title: `${subjectOf(subject).noun}　${shorten(title, 40)}`,
  href: `/admin/collections/${subject}/${id}`,
  due: null,
  since,
});

const wrote = ({ writers }: WaitingText, person: Person): boolean => writers.some(({ id }) => id === person.id);

/** Public words that wait for somebody like this person: who reviews, and has not written any of them; where somebody seems to be blamed by name, the secrecy reviewer. Pure. */
export function textTasks(
  texts: readonly WaitingText[],
  person: Person,
  dueOf: (text: WaitingText) => Date | null,
): Task[] {
  const may = (blamed: boolean) => person.roles.some((role) => (blamed ? doubtAgreers : agreers).includes(role));
  return texts
    .filter((text) => text.refusal === null && may(text.blamed) && !wrote(text, person))
    .map((text) => ({
      ...taskOf(text),
      detail: `${text.writers.map(({ name }) => name).join('、')}写的，${text.blamed ? '像是指名批评，等保密审查人判定' : '等第二人同意'}；${subjectOf(text.subject).meanwhile}`,
      button: '对照',
      reviewDue: dueOf(text),
    }));
}

/** How long whoever wrote it is told of a refusal that nothing can be changed about. */
const toldDays = 7;

/** Words of this person that somebody did not agree to, until they are changed. Pure. */
export function refusedTextTasks(texts: readonly WaitingText[], person: Person, now: Date): Task[] {
  return texts.flatMap((text) => {
    const { refusal, subject } = text;
    const { fixed = false, unagreed } = subjectOf(subject);
    if (
      !refusal ||
      !wrote(text, person) ||
      (fixed && (refusal.by === person.id || addDays(civilDay(new Date(refusal.at)), toldDays) < civilDay(now)))
    )
      return [];
    return [
      {
        ...taskOf(text),
        since: new Date(refusal.at),
        detail: `${refusal.name}没有同意：${refusal.reason}　${unagreed}`,
        button: fixed ? '看一看' : '修改',
      },
    ];
  });
}

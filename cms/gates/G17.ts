import { daysBetween } from '../../campaigns/calendar/civil-day.ts';
import { lackingConsent, lackingRecheck } from '../nominations/lacking.ts';
import { nominationStates } from '../nominations/state.ts';
import { includesPerson } from '../story/answer.ts';
import { consentOf, need, type Gate, type GateSubject } from './gate.ts';

/** Whoever is praised by name agreed to it and stands on no list (个人信息保护法 §25): role models by their nomination, everybody else by what is entered with the story. */
export const G17: Gate = (subject) =>
  subject.nomination !== null || subject.story.kind === 'role-model' ? byNomination(subject) : byConsent(subject);

/** Recommended, consented, rechecked, shown to the public without objection. */
function byNomination({ nomination, story, terms, today }: GateSubject): string[] {
  if (!nomination) return ['这篇诚信典型没有对应的推荐人选：请先在“推荐人选”里走完推荐、同意、信用复核和公示。'];
  if (nomination.state !== 'accepted')
    return [
      `推荐人选“${nomination.name}”目前是“${nominationStates[nomination.state]}”：公示期满、通过以后才能送审签发。`,
    ];
  const named = story.roleModel?.name ?? '';
  return [
    ...(named && named !== nomination.name
      ? [`稿件里写的是“${named}”，推荐人选是“${nomination.name}”：请改成一致。`]
      : []),
    ...lackingConsent(nomination, today),
    ...lackingRecheck(nomination, { today, terms, workdays: { isWorkday: () => null } }),
  ];
}

function byConsent(subject: GateSubject): string[] {
  const { answer, terms, today } = subject;
  const { by, on, paper, recheckedBy, recheckedOn, recheckSource } = consentOf(subject);
  return [
    // A child's consent is G09's.
    ...(includesPerson(answer) && !answer.minor
      ? need(
          by && on && paper,
          '表扬到个人：请先取得本人同意，填写谁同意的、日期和同意书编号；没有同意的，请改成认不出是谁的写法，或者把答案改成“不褒不贬”。',
        )
      : []),
    ...(on && on > today ? ['同意日期在今天以后，请核对。'] : []),
    ...need(
      recheckedOn && recheckedBy && recheckSource,
      '表扬到具体的人或单位：请先查现行失信名单，填写信用复核的日期、复核人和查的是哪里。',
    ),
    ...(recheckedOn && recheckedOn > today ? ['信用复核的日期在今天以后，请核对。'] : []),
    ...(recheckedOn && daysBetween(recheckedOn, today) > terms.recheckDays
      ? [`信用复核是${recheckedOn}做的，超过${terms.recheckDays}天：请重新复核一次。`]
      : []),
  ];
}

import { daysBetween, isCivilDay, type CivilDay } from '../../campaigns/calendar/civil-day.ts';
import type { Workdays } from '../../campaigns/calendar/workday.ts';
import { latestRecheck, type NominationFacts } from './facts.ts';
import type { NominationTerms } from '../content/load-nomination-terms.ts';
import { nominationStates } from './state.ts';
import { workingDaysWithin } from './notice-days.ts';

export interface NominationRules {
  today: CivilDay;
  terms: NominationTerms;
  workdays: Pick<Workdays, 'isWorkday'>;
}

const need = (value: unknown, sentence: string): string[] => (value ? [] : [sentence]);

/** What the recommending unit's proposal still lacks. */
export const lackingProposal = (f: NominationFacts): string[] => [
  ...need(f.category, '请填写类别。'),
  ...need(f.place, '请填写地点。'),
  ...need(f.recommendedBy, '请填写推荐单位：没有推荐单位不能推荐。'),
  ...need(f.deed?.trim(), '请填写事迹。'),
];

/** 个人信息保护法 §25, §31; 未成年人保护法 §72 (gates G09, G17). */
export function lackingConsent({ consent, subject }: NominationFacts, today: CivilDay): string[] {
  const right = { person: 'self', minor: 'guardian', unit: 'unit' }[subject];
  const who = { person: '本人', minor: '监护人', unit: '单位' }[subject];
  if (!consent?.by || !consent.on || !consent.paper) return [`请上传${who}的同意书，并填写谁同意的、哪一天同意的。`];
  if (consent.by !== right) return [`同意要由${who}作出：请换成${who}签的同意书。`];
  return consent.on > today ? ['同意日期在今天以后，请核对。'] : [];
}

/** A recheck that is clean, young enough and not from the future (gate G17). */
export function lackingRecheck(f: NominationFacts, { today, terms }: NominationRules): string[] {
  const last = latestRecheck(f);
  if (!last) return ['还没有信用复核：请查现行名单，填写日期、复核人、查的是哪里和结果。'];
  if (last.on > today) return ['信用复核的日期在今天以后，请核对。'];
  if (last.result === 'hit') return [`${last.on}的信用复核显示在现行名单上：不能作为诚信典型。`];
  const age = daysBetween(last.on, today);
  return age > terms.recheckDays ? [`信用复核是${age}天以前做的，超过${terms.recheckDays}天：请重新复核一次。`] : [];
}

/** Where and how long the notice stands; it may lie ahead. */
export function lackingNotice({ notice, reopenedOn }: NominationFacts, { terms, workdays }: NominationRules): string[] {
  const { from, to, where } = notice ?? {};
  if (!where || !from || !to) return ['请填写在哪里公示、自哪天至哪天。'];
  if (!isCivilDay(from) || !isCivilDay(to) || from > to) return ['公示的起止日期不对：开始不能晚于结束。'];
  if (reopenedOn && from < reopenedOn) return [`${reopenedOn}退回过，改了以后要重新公示：公示开始不能早于那一天。`];
  const days = workingDaysWithin(from, to, workdays);
  return days < terms.noticeWorkingDays
    ? [`公示只有${days}个工作日，至少要${terms.noticeWorkingDays}个：请把结束日期往后改。`]
    : [];
}

/** The notice is over and nothing was left standing against the candidate. */
export function lackingVerdict({ notice }: NominationFacts, today: CivilDay): string[] {
  const objections = notice?.objections ?? [];
  return [
    ...(notice?.to && notice.to >= today ? [`公示到${notice.to}才期满：期满后的第二天起才能通过。`] : []),
    ...(objections.some(({ verdict }) => verdict === 'open') ? ['还有异议没有核查完：请写明核查情况和结论。'] : []),
    ...(objections.some(({ verdict }) => verdict === 'upheld')
      ? [`有异议成立：不能通过，请改为“${nominationStates.refused}”。`]
      : []),
    ...(objections.some(({ answer, verdict }) => verdict === 'unfounded' && !answer?.trim())
      ? ['异议不成立的，要写明怎样核查的。']
      : []),
  ];
}

/** 民法典 §1031: an honour is taken away by whoever gave it, with a document, never by this desk. */
export function lackingRevocation({ revocation }: NominationFacts, today: CivilDay): string[] {
  const { body, docNo, on } = revocation ?? {};
  if (!body || !docNo || !on) return ['荣誉只能由授予单位撤销：请填写授予单位、撤销文件的文号和日期。'];
  return on > today ? ['撤销文件的日期在今天以后，请核对。'] : [];
}

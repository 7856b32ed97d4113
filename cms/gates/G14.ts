import type { CivilDay } from '../../campaigns/calendar/civil-day.ts';
import { addMonths } from './add-months.ts';
import { need, type Gate } from './gate.ts';

/** Verification (民法典 §1025–1026): what document, who checked, when; again every so many months. Whatever tells something bad, named or not. */
export const G14: Gate = ({ policy, story, today }) => {
  const { checkedOn, checker, evidence } = story.disclosure ?? {};
  const missing = [
    ...need(evidence, '请填写案例核实所凭的文书。'),
    ...need(checker, '请填写案例的核实人。'),
    ...need(checkedOn, '请填写案例的核实日期。'),
  ];
  if (!checkedOn) return missing;
  if (checkedOn > today) return [...missing, '案例的核实日期在今天以后，请核对。'];
  return verifiedUntil(checkedOn, policy.verifyMonths) <= today
    ? [...missing, `案例是${checkedOn}核实的，满${policy.verifyMonths}个月要重新核实。`]
    : missing;
};

/** The day on which a verification is no longer good. */
const verifiedUntil = (checkedOn: CivilDay, months: number): CivilDay => addMonths(checkedOn, months);

import { addMonths } from './add-months.ts';
import { byProof } from './gate.ts';

/** Tier and period (国家发展改革委令2025年第36号): no longer than the tier allows, counted from the document's date. */
export const G04 = byProof(({ docDate, periodEnd, tier }, { policy, today }) => {
  if (!tier) return ['请选失信程度。'];
  if (policy.notByDefault.includes(tier)) return [`失信程度“${tier}”原则上不公示：不能指名，请改为匿名案例。`];
  if (!periodEnd) return ['请填写公示期满日：到那天零点自动下线。'];
  if (periodEnd <= today) return [`公示期已在${periodEnd}届满：不能再指名，请改为匿名案例。`];
  const months = policy.tiers[tier];
  if (months === null || !docDate) return [];
  const last = addMonths(docDate, months);
  return periodEnd > last
    ? [`“${tier}”的公示期最长${months}个月，从${docDate}起算到${last}为止：请把期满日改早。`]
    : [];
});

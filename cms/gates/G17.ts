import { lackingConsent, lackingRecheck } from '../nominations/lacking.ts';
import { nominationStates } from '../nominations/state.ts';
import type { Gate } from './gate.ts';

/** Role models: recommended, consented, rechecked, shown to the public without objection (个人信息保护法 §25). */
export const G17: Gate = ({ nomination, story, terms, today }) => {
  if (story.kind !== 'role-model') return [];
  if (!nomination) return ['这篇诚信典型没有对应的推荐人选：请先在“推荐人选”里走完推荐、同意、信用复核和公示。'];
  if (nomination.state !== 'accepted') return [`推荐人选“${nomination.name}”目前是“${nominationStates[nomination.state]}”：公示期满、通过以后才能送审签发。`];
  const named = story.roleModel?.name ?? '';
  return [
    ...(named && named !== nomination.name ? [`稿件里写的是“${named}”，推荐人选是“${nomination.name}”：请改成一致。`] : []),
    ...lackingConsent(nomination, today),
    ...lackingRecheck(nomination, { today, terms, workdays: { isWorkday: () => null } }),
  ];
};

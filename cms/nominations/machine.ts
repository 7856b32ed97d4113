import type { Role } from '../access/roles.ts';
import type { NominationFacts } from './facts.ts';
import {
  lackingConsent,
  lackingNotice,
  lackingProposal,
  lackingRecheck,
  lackingRevocation,
  lackingVerdict,
  type NominationRules,
} from './lacking.ts';
import { nominationStates, type NominationState } from './state.ts';

/** Who moves a nomination: a person's hats, or the nightly comparison. */
export type Mover = readonly Role[] | 'system';
export type Move = { ok: true } | { ok: false; status: 403 | 409 | 422; message: string };

interface Step {
  /** Any one of these hats suffices. */
  by: readonly Role[];
  system?: boolean;
  lacks(facts: NominationFacts, rules: NominationRules): string[];
}

const proposal = (f: NominationFacts, r: NominationRules) => [
  ...lackingProposal(f),
  ...lackingConsent(f, r.today),
  ...lackingRecheck(f, r),
  ...lackingNotice(f, r),
];
const nothing = () => [];
const why = ({ reason }: NominationFacts) => (reason?.trim() ? [] : ['请写明理由。']);
const again = (f: NominationFacts, r: NominationRules) => [
  ...lackingConsent(f, r.today),
  ...lackingRecheck(f, r),
  ...((f.rechecks ?? []).some(({ on }) => on >= (f.closedOn ?? ''))
    ? []
    : ['下线以后还没有重新复核：请复核后再恢复。']),
];

const refuse: Step = { by: ['signer'], lacks: why };
const revoke: Step = { by: ['signer'], lacks: (f, { today }) => lackingRevocation(f, today) };

const steps: Record<NominationState, Partial<Record<NominationState, Step>>> = {
  draft: { recommended: { by: ['author'], lacks: lackingProposal }, refused: refuse },
  recommended: {
    notice: { by: ['author'], lacks: proposal },
    draft: { by: ['author'], lacks: nothing },
    refused: refuse,
  },
  notice: {
    accepted: {
      by: ['signer'],
      lacks: (f, r) => [...proposal(f, r), ...lackingVerdict(f, r.today), ...(f.batch ? [] : ['请选发布批次。'])],
    },
    // Facts are frozen while they are shown: to mend them, the notice begins again.
    recommended: { by: ['author'], lacks: nothing },
    refused: refuse,
  },
  accepted: { offline: { by: ['signer'], system: true, lacks: why }, revoked: revoke },
  offline: { accepted: { by: ['signer'], lacks: again }, revoked: revoke },
  refused: { draft: { by: ['author'], lacks: nothing } },
  revoked: {},
};

const hats: Partial<Record<Role, string>> = { author: '采编', signer: '终审人' };

/** May the nomination go from one state to another now? Pure; a refusal is one or more Chinese sentences. */
export function moveNomination(
  from: NominationState,
  to: NominationState,
  facts: NominationFacts,
  by: Mover,
  rules: NominationRules,
): Move {
  if (from === to) return { ok: true };
  const step = steps[from][to];
  if (!step)
    return {
      ok: false,
      status: 409,
      message: `“${nominationStates[from]}”不能直接改成“${nominationStates[to]}”：${choices(from)}`,
    };
  const allowed = by === 'system' ? step.system === true : step.by.some((role) => by.includes(role));
  if (!allowed)
    return {
      ok: false,
      status: 403,
      message: `改成“${nominationStates[to]}”要由${step.by.map((role) => hats[role] ?? role).join('或')}来做。`,
    };
  const lacks = step.lacks(facts, rules);
  return lacks.length > 0 ? { ok: false, status: 422, message: lacks.join('') } : { ok: true };
}

function choices(from: NominationState): string {
  const next = Object.keys(steps[from]) as NominationState[];
  return next.length === 0
    ? '荣誉撤销是最后一步，不能再改。'
    : `现在可以改成${next.map((state) => `“${nominationStates[state]}”`).join('、')}。`;
}

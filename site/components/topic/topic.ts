import type { Campaign, Phase } from '../../../cms/read/campaign.ts';
import { daysBetween, range, shortDate } from '../../words/date.ts';
import { phaseState, type PhaseState } from '../../words/phase.ts';

export type Item = Campaign['items'][number];

export interface Section {
  phase: Phase;
  state: PhaseState;
  /** “6月14日”, “6月7日—13日”. */
  dates: string;
  /** “今天”, “已结束”, “还有1天”. */
  words: string;
  items: Item[];
}

const rank: Record<PhaseState, number> = { now: 0, past: 1, next: 2 };

/**
 * The phases as sections of the page: what runs now first, then what is over (newest first), then what is to come.
 * Of a past phase only what was really published is shown.
 */
export function sections(campaign: Campaign, today: string): Section[] {
  return campaign.phases
    .map((phase, index): Section => {
      const state = phaseState(phase, today);
      const items = campaign.items
        .filter((item) => item.phase === index && (state !== 'past' || item.story))
        .sort((a, b) => `${a.day} ${a.time}`.localeCompare(`${b.day} ${b.time}`));
      const left = daysBetween(today, phase.start);
      const words =
        state === 'past'
          ? '已结束'
          : state === 'next'
            ? `还有${left}天`
            : phase.start === phase.end
              ? '今天'
              : `今天是第${daysBetween(phase.start, today) + 1}天`;
      return {
        phase,
        state,
        dates: range(phase.start, phase.end),
        words,
        items: state === 'past' ? items.reverse() : items,
      };
    })
    .sort(
      (a, b) => rank[a.state] - rank[b.state] || (a.state === 'past' ? b.phase.start.localeCompare(a.phase.start) : 0),
    );
}

/** “今天 09:00”, “6月15日”. */
export function itemDate(item: Item, today: string): string {
  return item.day === today ? `今天 ${item.time}` : shortDate(item.day);
}

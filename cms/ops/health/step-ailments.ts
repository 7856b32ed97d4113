import type { HealthFacts } from './facts.ts';
import type { Ailment } from './judge.ts';

/** What heals by itself within a few minutes need not wake anybody. */
const termMs = 5 * 60_000;

/** Steps of the minute that fail or hang, or are stuck at something, for longer than a few minutes; one a step. */
export function stepAilments({ at, steps }: Pick<HealthFacts, 'at' | 'steps'>): Ailment[] {
  const old = (since: string) => at.getTime() - Date.parse(since) >= termMs;
  return Object.entries(steps).flatMap(([name, { advice, failing, stuck, title }]): Ailment[] => {
    const long = stuck.filter(({ since }) => old(since));
    const whole = failing && old(failing.since) ? failing : null;
    if (!whole && long.length === 0) return [];
    const first = long[0];
    const items = first ? `卡住 ${long.length} 件，最久的是${first.title}：${first.error}` : '';
    return [
      {
        id: `step-${name}`,
        level: 'degraded',
        urgency: whole ? 'urgent' : 'ordinary',
        title: `“${title}”卡住了`,
        what: whole ? `“${title}”这一步一直没有做完：${whole.error}${items}` : `“${title}”这一步${items}`,
        advice,
        measure: (whole ? 1000 : 0) + long.length,
      },
    ];
  });
}

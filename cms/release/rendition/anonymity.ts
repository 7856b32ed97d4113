import type { Snapshot } from '../../story/snapshot.ts';

/**
 * The sentence under a case that names nobody; null where the system has not itself established that nobody can be
 * recognised: what the writer left unticked proves nothing.
 */
export const anonymityLine = ({ anonymous }: Pick<Snapshot, 'anonymous'>): string | null =>
  anonymous ? '本案当事人已作匿名处理，不指向任何具体的人和单位。行文只讲事，不评价人。' : null;

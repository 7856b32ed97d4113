/** Where a step of the minute meets something broken in the tests: loops of `loops.ts` by the beginning of their names, words of `poison.test.ts`, or why it has none. */
export type Covered = { loops: string } | { poison: string } | { without: string };

/** Every step that there is, by name: a new one fails `covered.test.ts` until it stands here. */
export const covered: Record<string, Covered> = {
  register: { loops: 'register: ' },
  'end-periods': { loops: 'end of periods: ' },
  'take-down-closed': { loops: 'take-down-closed: ' },
  'turn-showings': { loops: 'showings: ' },
  publish: { loops: 'publishing: ' },
  recalls: { loops: 'recalls: ' },
  'release-batches': { loops: 'batches: ' },
  'purge-papers': { loops: 'papers: ' },
  'compare-lists': { loops: 'comparison with lists: ' },
  proposals: { loops: 'proposals: ' },
  nightly: { loops: 'night: ' },
  reprints: { loops: 'reprints: ' },
  aftercare: { loops: 'aftercare: ' },
  plan: { poison: '^plan: posts?' },
  send: { poison: 'sent?.attempts' },
  'channel-words': {
    without: 'all channels change their words together, or none: `scripts/compose/worded-channels.test.ts`',
  },
  content: { without: 'tells of broken files and does nothing else: `campaigns/bulkhead/last-good.test.ts`' },
  'unfit-rows': { without: 'what is broken is what it looks for: `unfit-rows.test.ts`' },
  integrity: { without: 'one file, no rows: `steps/integrity.test.ts`' },
  heartbeat: { without: 'writes one row' },
};

/**
 * Where each file of the minute, the night, the alarms and the site's watcher that goes through items meets a broken one in a
 * test: by the beginning of a name in `loops.ts` or `outside-loops.ts`, by a test and words in it, or why it has none.
 */
export type Met = { loop: string } | { test: string; words: string } | { without: string };

export const everyLoop: Record<string, Met> = {
  'campaigns/alarms/notices.ts': {
    without: 'goes through alarms and what was told of them, made in the same look: no rows',
  },
  'campaigns/outbox/engine/aftercare.ts': { loop: 'looking again: ' },
  'campaigns/outbox/engine/attempt/recover.ts': { loop: 'outbox: of a worker that died' },
  'campaigns/outbox/engine/plan/apply-plan.ts': { loop: 'planning: ' },
  'campaigns/outbox/engine/recall/apply-recalls.ts': { loop: 'recalls: the trail' },
  'campaigns/outbox/engine/scheduler.ts': { test: 'campaigns/outbox/engine/scheduler.test.ts', words: 'Error' },
  'campaigns/outbox/engine/wake.ts': { loop: 'outbox: a copy that waits' },
  'campaigns/outbox/engine/worker.ts': { loop: 'sending: ' },
  'campaigns/outbox/journal/gauges.ts': { loop: 'gauges: ' },
  'cms/checking/nightly/check-clocks.ts': { loop: 'night: a story, a word list, a column' },
  'cms/admin/queries/coming.ts': { test: 'cms/admin/queries/coming.test.ts', words: 'cannot be read is left out' },
  'cms/checking/nightly/check-pages.ts': { loop: 'night: columns cannot be read' },
  'cms/checking/nightly/links.ts': { test: 'cms/checking/nightly/outside-links.test.ts', words: 'unsure' },
  'cms/checking/nightly/live-stories.ts': { loop: 'night: a row that cannot be read' },
  'cms/checking/nightly/patrol.ts': { loop: 'night: a story, a word list' },
  'cms/checking/nightly/standing.ts': { loop: '今日: one finding' },
  'cms/checking/reprints/ask-sources.ts': { loop: 'reprints: ' },
  'cms/checking/reprints/due.ts': { loop: 'reprints: ' },
  'cms/honours/compare-models.ts': { loop: 'comparison with lists: ' },
  'cms/honours/end-periods.ts': { loop: 'end of periods: ' },
  'cms/honours/purge-papers.ts': { loop: 'papers: ' },
  'cms/honours/release-batches.ts': { loop: 'batches: ' },
  'cms/honours/end-closed.ts': { loop: 'take-down-closed: ' },
  'cms/ops/read-facts.ts': { loop: 'alarms: ' },
  'cms/ops/unfit/look-round.ts': { test: 'scripts/tick/unfit-rows.test.ts', words: 'poison' },
  'cms/publication/hold/held-releases.ts': { loop: '今日: a version that is held back' },
  'cms/publication/publish.ts': { loop: 'publishing: ' },
  'cms/publication/turn-showings.ts': { loop: 'showings: ' },
  'cms/publication/settle-recalls.ts': { loop: 'recalls: a correction' },
  'cms/read/changes.ts': { test: 'cms/read/changes-poisoned.test.ts', words: 'cannot be read' },
  'cms/read/payload/endings.ts': { test: 'cms/read/changes-poisoned.test.ts', words: 'whose day is none' },
  'cms/restored/apply-register.ts': { loop: 'register: one nomination' },
  'cms/restored/feed-register.ts': { loop: 'register: a withdrawal with no date' },
  'cms/restored/undone-corrections.ts': { loop: 'undone corrections: ' },
  'cms/schedule/planner-source.ts': { test: 'scripts/tick/poison.test.ts', words: '^plan: posts?' },
  'cms/store/follow/follow.ts': { test: 'cms/store/follow/follow.test.ts', words: 'stuck' },
  'cms/store/follow/read-source.ts': { test: 'cms/store/follow/follow.test.ts', words: 'stuck' },
  'cms/store/outbox-row.ts': { loop: 'outbox: a copy that waits' },
  'cms/store/recall-orders.ts': { loop: 'recalls: a correction' },
  'scripts/start/ops/watch.ts': { test: 'scripts/start/ops/watch.test.ts', words: 'a way that never answers' },
  'scripts/tick/runner.ts': { test: 'scripts/tick/runner.test.ts', words: 'hang' },
  'scripts/tick/steps/proposals.ts': {
    without:
      'says which drafts have been made; they are made in `cms/programme/propose-campaigns.ts`, “proposals: ” of `scripts/tick/testing/loops.ts`',
  },
  'scripts/tick/steps/register.ts': {
    without: 'says what its round has found; the round is `cms/restored/apply-register.ts`',
  },
  'scripts/tick/steps/unfit-rows.ts': {
    without: 'tells what is broken, and does nothing else: `scripts/tick/unfit-rows.test.ts`',
  },
  'site/server/watch-changes.ts': { test: 'site/server/watch-changes.test.ts', words: 'cannot be deleted' },
  'site/snapshot/files.ts': { test: 'site/snapshot/snapshot.test.ts', words: 'goes without its sidecar' },
  'site/snapshot/horizon.ts': { test: 'site/snapshot/horizon.test.ts', words: 'an instant that is none' },
  'site/snapshot/refresh-queue.ts': { test: 'site/snapshot/snapshot.test.ts', words: 'two at a time' },
  'site/snapshot/snapshot.ts': { test: 'site/snapshot/snapshot.test.ts', words: 'a file that cannot be deleted' },
};

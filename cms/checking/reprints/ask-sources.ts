import type { Payload } from 'payload';
import { each } from '../../../campaigns/bulkhead/each.ts';
import type { Clock } from '../../../campaigns/ports/clock.ts';
import type { AskLink } from '../nightly/links.ts';
import { dueReprints } from './due.ts';
import { recordSource } from './record.ts';
import { contentOf } from '../../content/content.ts';

const machine = { id: null, name: '系统（只看网址打不打得开）' };
/** One that did not answer is asked again after so long; until then a person may look. */
const againMs = 3_600_000;

/**
 * Asks the addresses of reprints that are due, where the operator lets the machine ask other sites (`LINK_CHECK=on`): one
 * that answers stands, one that is gone is told on 今日, of one that does not answer nothing is known and a person looks.
 */
export function createSourceAsker(payload: Payload, clock: Clock, ask: AskLink): { run(): Promise<void> } {
  const asked = new Map<string, number>();
  return {
    async run() {
      const now = clock.now();
      const { reprintCheckHours } = await contentOf(payload).nightlyTerms();
      const due = (await dueReprints(payload, now, reprintCheckHours)).filter(({ found }) => found === null);
      for (const releaseId of asked.keys())
        if (!due.some((one) => one.releaseId === releaseId)) asked.delete(releaseId);
      const open = due.filter(({ releaseId }) => now.getTime() - (asked.get(releaseId) ?? -Infinity) >= againMs);
      await each(
        open,
        ({ releaseId, title }) => [`reprint ${releaseId}`, `转载稿《${title}》的来源`],
        async ({ releaseId, source, storyId, url }) => {
          asked.set(releaseId, now.getTime());
          const state = await ask(url);
          if (state !== 'unsure')
            await recordSource(payload, {
              storyId,
              releaseId,
              source,
              url,
              result: state === 'alive' ? 'stands' : 'gone',
              by: machine,
              at: now,
            });
        },
      );
    },
  };
}

import { deliveryWords } from '../../../campaigns/ports/state-words.ts';
import type { Worker } from '../../../campaigns/outbox/engine/worker.ts';
import type { Step } from '../step.ts';

/** Longer than any channel may take for one delivery: only then does sending count as hanging. */
const patienceMs = 15 * 60_000;

/** Wakes the worker; between two minutes the scheduler does so by itself. */
export const sendStep = (worker: Worker): Step => ({
  name: 'send',
  title: '发送到点的推送',
  advice: `请看推送台账里停在“${deliveryWords.claimed}”的那一份；不要在平台上手工代发。`,
  aside: true,
  patienceMs,
  run: () => worker.runDue(),
});

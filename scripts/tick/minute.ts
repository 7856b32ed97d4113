import { createNightly } from '../../cms/checking/nightly/create-nightly.ts';
import { askOutside } from '../../cms/checking/nightly/outside-links.ts';
import { createReader } from '../../cms/read/payload-reader.ts';
import { readSteps, writeSteps } from '../../cms/ops/step-memory.ts';
import { say } from '../cli/talk.ts';
import type { Settings } from '../settings/settings.ts';
import type { StepParts } from './parts.ts';
import { createTick, type Tick } from './runner.ts';
import type { Step } from './step.ts';
import { contentStep } from './steps/content.ts';
import { heartbeatStep } from './steps/heartbeat.ts';
import { integrityStep } from './steps/integrity.ts';
import { nightlyStep } from './steps/nightly.ts';
import { proposalsStep } from './steps/proposals.ts';
import { reprintsStep } from './steps/reprints.ts';
import { unfitRowsStep } from './steps/unfit-rows.ts';

export interface MinuteParts extends StepParts {
  settings: Settings;
  /** What settles, plans and sends: `createDispatch`. */
  steps: readonly Step[];
}

/**
 * Everything that the minute does, in its order: what must go, what may come, what is due, then the rest. A new duty of
 * the minute is one file in `steps/` and one entry here, or in `createDispatch` when it settles what may go out.
 */
export function createMinute({ clock, log, payload, settings, steps }: MinuteParts): Tick {
  const parts = { clock, log, payload };
  const reader = createReader({
    payload,
    clock,
    demo: settings.CHANNELS === 'emulator',
    siteUrl: settings.siteUrl,
  });
  const outside = settings.LINK_CHECK === 'on' ? askOutside : null;
  const nightly = createNightly({ payload, reader, clock, outside, log: (line) => say(`  [巡查] ${line}`) });
  return createTick({
    steps: [
      ...steps,
      proposalsStep(parts),
      nightlyStep(nightly),
      ...reprintsStep(parts, outside),
      integrityStep(parts, settings),
      contentStep(),
      unfitRowsStep(parts),
      heartbeatStep(parts),
    ],
    memory: { read: () => readSteps(payload), write: (states) => writeSteps(payload, states) },
    log,
  });
}

import { G01 } from './G01.ts';
import { G02 } from './G02.ts';
import { G03 } from './G03.ts';
import { G04 } from './G04.ts';
import { G06 } from './G06.ts';
import { G08 } from './G08.ts';
import { G09 } from './G09.ts';
import { G10 } from './G10.ts';
import { G11 } from './G11.ts';
import { G14 } from './G14.ts';
import { G16 } from './G16.ts';
import { G17 } from './G17.ts';
import { G18 } from './G18.ts';
import { G19 } from './G19.ts';
import { G20 } from './G20.ts';
import type { Gate, GateSubject } from './gate.ts';
import { gatesFor, type GateId } from './table.ts';

/** In the order of law.md §1.4. What cannot be overridden has no switch here or anywhere. */
export const gates: Record<GateId, Gate> = {
  G01,
  G02,
  G03,
  G04,
  G06,
  G08,
  G09,
  G10,
  G11,
  G14,
  G16,
  G17,
  G18,
  G19,
  G20,
};

/** Everything that stops a story, one sentence each, each once: the gates that its answer calls for, whatever kind it is. */
export const passGates = (subject: GateSubject): string[] => [
  ...new Set(gatesFor(subject.answer).flatMap((gate) => gates[gate](subject))),
];

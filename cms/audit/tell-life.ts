import type { Payload } from 'payload';
import { nowhere, system } from './actor.ts';
import { wordFor } from './said.ts';
import { trailOf } from './trail-of.ts';

/** Tells that the product starts or stops, and vouches for what a process that was killed wrote last. */
export async function tellLife(payload: Payload, act: 'start' | 'stop', role: string): Promise<void> {
  const trail = trailOf(payload);
  await trail?.append({
    ...system(), ...nowhere, phase: 'event', intent: null, act, said: `${wordFor(act)}（${role}，进程 ${process.pid}）`, target: null, rowId: null, title: null, reason: null, changes: null,
  });
  trail?.flush();
}

import type { Payload } from 'payload';
import { nowhere, system, worksAs } from './actor.ts';
import { wordFor } from './said.ts';
import type { AuditTrail } from './trail.ts';
import { trailOf } from './trail-of.ts';
import { tellRefused } from './watch-logins.ts';

/** Tells that the product starts or stops, and vouches for what a process that was killed wrote last. */
export async function tellLife(payload: Payload, act: 'start' | 'stop', role: string): Promise<void> {
  const trail = trailOf(payload);
  if (act === 'stop') await tellRefused(payload);
  await trail?.append({
    ...system(),
    ...nowhere,
    phase: 'event',
    intent: null,
    act,
    said: `${wordFor(act)}（${role}，进程 ${process.pid}）`,
    target: null,
    rowId: null,
    title: null,
    reason: null,
    changes: null,
  });
  trail?.flush();
}

const told = new WeakSet<AuditTrail>();

/** A command that changes something is told once, by its name alone: its words may hold secrets. */
export async function tellCommand(trail: AuditTrail): Promise<void> {
  const name = worksAs();
  if (name === null || told.has(trail)) return;
  told.add(trail);
  await trail.append({
    ...system(),
    ...nowhere,
    phase: 'event',
    intent: null,
    act: 'command',
    said: `在服务器上运行 ${name}`,
    target: null,
    rowId: null,
    title: null,
    reason: null,
    changes: null,
  });
}

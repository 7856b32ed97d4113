import { readFileSync } from 'node:fs';

export interface Usage {
  /** Seconds of processor time since the process began. */
  cpuSeconds: number;
  memoryMb: number;
}

/** Clock ticks a second as the kernel reports times to programs (USER_HZ), the same on every Linux. */
const ticks = 100;

/** What a process has used, seen from outside; null where the system does not tell (no /proc) or the process is gone. */
export function usageOf(pid: number): Usage | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything, blanks too.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const memory = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
    return { cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticks, memoryMb: Number(memory) / 1024 };
  } catch {
    return null;
  }
}

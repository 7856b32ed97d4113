import type { Payload } from 'payload';
import type { Clock } from '../../../campaigns/ports/clock.ts';
import type { Reader } from '../../read/reader.ts';
import type { AskLink } from './links.ts';
import { tellKeptRun } from '../../store/kept-run.ts';
import { nightRun, runNight } from './nightly-run.ts';
import { patrol } from './patrol.ts';
import { contentOf } from '../../content/content.ts';

export interface NightlyOptions {
  payload: Payload;
  reader: Reader;
  clock: Clock;
  /** How addresses of other sites are asked; null: not at all. */
  outside: AskLink | null;
  log: (line: string) => void;
}

/** The nightly check of one process. */
export interface Nightly {
  /** Called at every tick; joins a run that is under way. Rejects when it failed, and until a later run has gone through; what is stuck is told at every call. */
  run(): Promise<void>;
}

export function createNightly({ clock, log, outside, payload, reader }: NightlyOptions): Nightly {
  let running: Promise<void> | null = null;
  const run = async () => {
    const now = clock.now();
    const terms = await contentOf(payload).nightlyTerms();
    const report = await runNight(payload, now, terms.at, () => patrol({ payload, reader, terms, now, outside }));
    await tellKeptRun(payload, nightRun);
    if (report)
      log(
        `查了在线的 ${report.checked} 篇稿件：必须处理 ${report.findings.filter(({ level }) => level === 'block').length} 处，提醒 ${report.findings.filter(({ level }) => level === 'warn').length} 处。`,
      );
  };
  return {
    run: () =>
      (running ??= run().finally(() => {
        running = null;
      })),
  };
}

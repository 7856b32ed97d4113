import { setEnvironment } from '../settings/environment.ts';
import { join } from 'node:path';
import { addDays, instantOf } from '../../campaigns/calendar/civil-day.ts';
import { createManualClock } from '../../campaigns/outbox/engine/manual-clock.ts';
import { simulate } from '../../campaigns/outbox/engine/simulate.ts';
import { createReader } from '../../cms/read/payload-reader.ts';
import { openReady } from '../installation/open-ready.ts';
import { openSettings } from '../settings/apply.ts';
import { askReader } from './ask-reader.ts';
import { copyData } from './copy-data.ts';
import { createDispatch } from './dispatch.ts';
import { ledgerRow, type LedgerRow } from './ledger.ts';
import { openPlatforms } from './platforms.ts';
import { postNames } from './post-names.ts';

export interface Simulated {
  rows: LedgerRow[];
  /** Articles that the emulators hold afterwards. */
  held: number;
  /** How many more they hold after the same days have been run once more on the same data: must be 0. */
  repeated: number;
}

interface Held {
  length: number;
}

/**
 * Runs the real planner, outbox and channels through civil days `from`…`to` (Asia/Shanghai, inclusive) on a copy of the
 * data, with an injected clock, against emulators of its own on real sockets. Never touches live channels or the data.
 */
export async function simulateOnCopy(from: string, to: string): Promise<Simulated> {
  const settings = await openSettings();
  const copy = await copyData(settings);
  setEnvironment(copy.env);
  const begin = instantOf(from, '00:00');
  const end = instantOf(addDays(to, 1), '00:00');
  const clock = createManualClock(begin);
  // Whatever the environment says: a simulation sends to its own emulators and nowhere else.
  const isolated = {
    ...settings,
    DATA_DIR: copy.dir,
    CHANNELS: 'emulator' as const,
    WECHAT_API_BASE: undefined,
    WEIBO_API_BASE: undefined,
    WECHAT_APP_ID: undefined,
    WECHAT_APP_SECRET: undefined,
    WEIBO_ACCESS_TOKEN: undefined,
  };
  const platforms = await openPlatforms(isolated, clock, join(copy.dir, 'emulators'), null);
  // Of the copy alone: a machine that was never started can be asked too.
  const cms = await openReady({ for: 'examples' });
  try {
    const dispatch = await createDispatch({
      payload: cms.payload,
      settings: isolated,
      platforms,
      clock,
      pressDir: join(copy.dir, 'press'),
      askPage: askReader(createReader({ payload: cms.payload, clock, demo: true, siteUrl: settings.siteUrl })),
      log: () => {},
    });
    const pass = async () => {
      await simulate({
        from: begin,
        to: end,
        planTick: dispatch.planTick,
        worker: dispatch.worker,
        store: dispatch.store,
        clock,
      });
      return held(platforms.wechat.apiBase, platforms.weibo.apiBase);
    };
    const first = await pass();
    clock.set(begin);
    const second = await pass();
    const deliveries = await dispatch.store.list({ plannedFrom: begin, plannedTo: end });
    const names = await postNames(
      cms.payload,
      deliveries.map((d) => d.postId),
    );
    return { rows: deliveries.map((d) => ledgerRow(d, names)), held: first, repeated: second - first };
  } finally {
    await cms.close();
    await platforms.close();
    await copy.drop();
  }
}

async function held(...bases: string[]): Promise<number> {
  const ledgers = await Promise.all(
    bases.map(async (base) => (await (await fetch(`${base}/__ledger`)).json()) as Held),
  );
  return ledgers.reduce((n, ledger) => n + ledger.length, 0);
}

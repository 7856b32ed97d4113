import { goneSerials } from '../../cms/read/nouns.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { machineNow } from './machine-clock.ts';
import { ownAddress } from './own-address.ts';

/** Where changes of published data come from; `cms/read/changes.ts` has one. */
export interface Changes {
  /** Tags that changed since the last call. */
  poll(): Promise<string[]>;
  /** True when all that changed at the last look was that something new came; absent: never. */
  onlyAdded?(): boolean;
  /** What will go by itself, known from memory; absent: nothing. */
  endings?(): readonly Turn[];
  /** What will come by itself; absent: nothing. */
  beginnings?(): readonly Turn[];
}

interface Turn {
  serial: number;
  at: string;
  tags: readonly string[];
}

export interface Watch {
  snapshot: Snapshot;
  changes: Changes;
  /** Civil day in Asia/Shanghai by the injected clock, `YYYY-MM-DD`. */
  today: () => string;
  /** Milliseconds by the same clock. */
  now?: () => number;
  log: (line: string) => void;
  /** Milliseconds between two looks. */
  every?: number;
}

/** Sweeps of pages whose rendering failed, in looks. */
const sweepEvery = 60;

/**
 * Passes changes on to the snapshot, a new day among them. A look that failed may have lost changes: after the next one
 * that succeeds every page counts as changed. Returns the function that stops it.
 */
export function watchChanges({
  snapshot,
  changes,
  today,
  now = machineNow,
  log,
  every = 500,
}: Watch): () => Promise<void> {
  let stopped = false;
  let lost = false;
  let looks = 0;
  let day = today();
  /** What must not be shown again and whose files are not gone yet. */
  const going = new Set<number>();
  /** Ends and beginnings that have been passed on, by serial and instant. */
  const passed = new Set<string>();
  let wake: () => void = () => undefined;
  /** Tags of what turns at this moment, each once. */
  const turned = (turns: readonly Turn[], kind: string): Turn[] =>
    turns.filter(({ at, serial }) => {
      const name = `${kind} ${serial} ${at}`;
      if (passed.has(name) || !(Date.parse(at) <= now())) return false;
      passed.add(name);
      return true;
    });
  /** What is over goes at its minute, whether or not the database answers and a worker lives. */
  const endOver = (): string[] =>
    turned(changes.endings?.() ?? [], 'end').flatMap(({ serial, tags }) => {
      going.add(serial);
      return [...tags];
    });
  /** What begins comes at its minute, whether or not a worker lives. While the database is away the older pages stay. */
  const begin = (): string[] => turned(changes.beginnings?.() ?? [], 'begin').flatMap(({ tags }) => [...tags, 'media']);
  const look = async (): Promise<void> => {
    const tags = new Set(await changes.poll());
    const polled = tags.size;
    snapshot.expect(changes.endings?.() ?? [], changes.beginnings?.() ?? []);
    for (const name of [...endOver(), ...begin()]) tags.add(name);
    if (today() !== day) {
      day = today();
      tags.add('day');
    }
    if (lost) {
      tags.add('all');
      lost = false;
      log('数据又接上了，所有页面重新生成。');
    }
    // What only lacks something new may be shown a moment longer; an end, a new day or a gap in our knowledge is no addition.
    if (tags.size > 0)
      snapshot.invalidate([...tags], tags.size === polled && changes.onlyAdded?.() ? 'added' : 'changed');
    // The law counts in hours (gate G05): better no page than an old file of what has been taken back.
    for (const serial of goneSerials([...tags])) going.add(serial);
    await forgetGoing();
    if ((looks += 1) % sweepEvery === 0) snapshot.sweep();
  };
  const forgetGoing = async (): Promise<void> => {
    for (const serial of going) {
      try {
        await snapshot.forget((key) => ownAddress(serial, key));
        going.delete(serial);
      } catch (error) {
        // Kept in mind and tried at the next look; the others go now.
        log(
          `第 ${serial} 号稿件已撤回，旧页面的文件还没有删掉，马上再试：${error instanceof Error ? error.message : String(error)}`,
        );
      }
    }
  };
  const loop = async (): Promise<void> => {
    while (!stopped) {
      await look().catch(async (error: unknown) => {
        if (!lost)
          log(`暂时读不到数据变化，页面先用已有文件：${error instanceof Error ? error.message : String(error)}`);
        lost = true;
        const over = endOver();
        if (over.length > 0) snapshot.invalidate(over);
        await forgetGoing();
      });
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, every);
        wake = () => (clearTimeout(timer), resolve());
      });
    }
  };
  const running = loop();
  return async () => {
    stopped = true;
    wake();
    await running;
  };
}

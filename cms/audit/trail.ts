import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { instantText } from '../../campaigns/calendar/civil-day.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import type { CheckpointWriter } from './checkpoint-writer.ts';
import { genesis, hashOf, sealOf, type AuditFacts, type AuditRow } from './row.ts';

/** Where rows are kept: one insert that succeeds or finds the number taken. */
export interface ChainStore {
  head(): Promise<Pick<AuditRow, 'id' | 'seq' | 'hash'> | null>;
  /** @returns false when that `seq` exists already */
  insert(row: AuditRow): Promise<boolean>;
}

export interface AuditTrail {
  /** Writes one row at the end of the chain. @throws when it cannot: then the act must not happen */
  append(facts: AuditFacts): Promise<AuditRow>;
  /** Stands for a value that must not be kept: the same value gives the same digest, and nobody without the key can guess it. */
  digest(value: string): string;
  /** Vouches for what a process that was killed wrote last. */
  cover(): Promise<void>;
  flush(): void;
}

export interface TrailParts {
  store: ChainStore;
  checkpoints: CheckpointWriter;
  key: () => Buffer;
  clock: Clock;
}

/**
 * The chain of rows. Any number of processes write to one: whoever inserts a number owns it, the others take the next.
 */
export function createTrail({ store, checkpoints, key, clock }: TrailParts): AuditTrail {
  let known: Pick<AuditRow, 'id' | 'seq' | 'hash'> | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const build = (head: typeof known, facts: AuditFacts): AuditRow => {
    const said = {
      ...facts,
      id: uuidv7(),
      at: instantText(clock.now()),
      seq: (head?.seq ?? 0) + 1,
      prev: head?.hash ?? genesis,
    };
    const hash = hashOf(said);
    return { ...said, hash, seal: sealOf(key(), hash) };
  };
  const write = async (facts: AuditFacts): Promise<AuditRow> => {
    known ??= await store.head();
    for (let tries = 0; ; tries += 1) {
      const row = build(known, facts);
      if (await store.insert(row)) {
        known = row;
        checkpoints.note(row);
        return row;
      }
      const head = await store.head();
      known = head;
      // An insert that was repeated underneath us finds itself.
      if (head?.id === row.id) {
        checkpoints.note(row);
        return row;
      }
      if (tries > 0) await sleep(Math.random() * Math.min(2 ** tries, 50));
    }
  };
  return {
    append(facts) {
      // In this process one after another; only other processes can be in the way.
      const mine = last.then(() => write(facts));
      last = mine.catch(() => undefined);
      return mine;
    },
    digest: (value) => createHmac('sha256', key()).update(`chengxin-digest-1\n${value}`).digest('hex').slice(0, 16),
    async cover() {
      const head = await store.head();
      if (head) checkpoints.note(head);
      checkpoints.flush();
    },
    flush: checkpoints.flush,
  };
}

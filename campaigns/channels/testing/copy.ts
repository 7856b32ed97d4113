import type { TestClock } from './test-clock.ts';
import type { Progress } from '../../ports/delivery.ts';
import type { Release } from '../../ports/release.ts';
import type { Channel, Outcome, SendJob, WithdrawJob, WithdrawOutcome } from '../channel.ts';
import { sampleRelease } from './release.ts';

export interface Crash {
  /** Dies at this call of `record`, counted from 1. */
  at: number;
  /** Before or after the note is saved. */
  when: 'before' | 'after';
}

class Crashed extends Error {}

/**
 * One delivery as the outbox keeps it, without a database: what was recorded, when it may last have been executed,
 * and whether the next step is a send or a look.
 */
export class Copy {
  readonly deliveryId: string;
  readonly release: Release;
  readonly clock: TestClock;
  readonly outcomes: Outcome[] = [];
  readonly withdrawals: WithdrawOutcome[] = [];
  progress: Progress = {};
  lastSendAt: Date | null = null;
  resumedAt: Date | null = null;
  next: 'send' | 'look' = 'send';
  crash: Crash | null = null;
  records = 0;

  constructor(clock: TestClock, deliveryId: string, release: Release = sampleRelease()) {
    this.clock = clock;
    this.deliveryId = deliveryId;
    this.release = release;
  }

  job(): SendJob {
    return {
      deliveryId: this.deliveryId,
      release: this.release,
      link: `https://cx.example.gov.cn/s/${this.release.serial}?d=${this.deliveryId}`,
      progress: { ...this.progress },
      lastSendAt: this.lastSendAt,
      resumedAt: this.resumedAt,
      record: (progress) => this.#record(progress),
      signal: new AbortController().signal,
    };
  }

  /** One step; a crash leaves the copy as a killed process would. */
  async step(channel: Channel): Promise<Outcome | 'crashed'> {
    const kind = this.next;
    try {
      const outcome = await channel[kind](this.job());
      this.outcomes.push(outcome);
      if (kind === 'send') this.lastSendAt = this.clock.now();
      this.next = outcome.kind === 'retry' || outcome.kind === 'not-sent' ? 'send' : 'look';
      const wait = 'lookAfter' in outcome ? outcome.lookAfter : 'after' in outcome ? outcome.after : 0;
      this.clock.advance(wait);
      return outcome;
    } catch (error) {
      if (!(error instanceof Crashed)) throw error;
      this.lastSendAt = this.clock.now();
      this.next = 'look';
      return 'crashed';
    }
  }

  /** Steps until nothing is left to do by machine; `open` gives a fresh channel after each crash. */
  async run(open: () => Channel): Promise<Outcome> {
    let channel = open();
    for (let steps = 0; steps < 60; steps += 1) {
      const result = await this.step(channel);
      if (result === 'crashed') channel = open();
      else if (['confirmed', 'refused', 'blocked'].includes(result.kind)) return result;
    }
    throw new Error(`没有结果：${this.outcomes.map((o) => `${o.kind} ${o.note}`).join(' → ')}`);
  }

  withdrawJob(change: Partial<WithdrawJob> = {}): WithdrawJob {
    const out = this.outcomes.findLast((o) => o.kind === 'confirmed');
    return {
      ...this.job(),
      reason: '事实有误，已经核实。',
      deadline: '2027-03-18',
      externalId: out?.externalId ?? null,
      url: out?.url ?? null,
      ...change,
    };
  }

  /** Withdraws until nothing is left to do by machine. */
  async withdraw(open: () => Channel, change: Partial<WithdrawJob> = {}): Promise<WithdrawOutcome> {
    let channel = open();
    for (let steps = 0; steps < 60; steps += 1) {
      try {
        const outcome = await channel.withdraw(this.withdrawJob(change));
        this.withdrawals.push(outcome);
        if (outcome.kind !== 'unknown' && outcome.kind !== 'retry') return outcome;
        this.clock.advance(outcome.kind === 'unknown' ? outcome.lookAfter : outcome.after);
      } catch (error) {
        if (!(error instanceof Crashed)) throw error;
        channel = open();
      }
    }
    throw new Error(`撤不下来：${this.withdrawals.map((o) => `${o.kind} ${o.note}`).join(' → ')}`);
  }

  async #record(progress: Progress): Promise<void> {
    this.records += 1;
    const dies = this.crash?.at === this.records ? this.crash.when : null;
    if (dies === 'before') throw new Crashed();
    this.progress = { ...this.progress, ...progress };
    if (dies === 'after') throw new Crashed();
  }
}

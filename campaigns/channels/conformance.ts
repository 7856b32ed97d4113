import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Channel, WithdrawOutcome } from './channel.ts';
import { withdrawConformance } from './withdraw-conformance.ts';
import { Copy } from './testing/copy.ts';
import { sampleRelease } from './testing/release.ts';
import type { TestClock } from './testing/test-clock.ts';

/** One channel against its platform, as the suite drives it. */
export interface ChannelBench {
  clock: TestClock;
  /** A fresh instance, as after a restart. */
  open(): Channel;
  /** Delivery ids of what is really out, by the platform's own account. */
  copies(): Promise<(string | null)[]>;
  /**
   * True where nobody can look up what became of a send (mail): a crash may then end with a person's question instead of
   * a confirmation, and the copy may or may not be out, but never twice.
   */
  blind?: boolean;
  /** Cuts the next connection to a path before or after it is executed. */
  cut?(path: string, mode: 'drop-before' | 'drop-after'): void;
  /** How copies are taken back here. */
  withdrawal: {
    /** With what the withdrawal of a copy that is out ends. */
    ends: WithdrawOutcome['kind'];
    /** Delivery ids, once for each effect by the platform's own account: pages deleted, notices handed over. */
    effects(): Promise<(string | null)[]>;
    /** Whether a machine brings that effect about; false where a person must. */
    byMachine: boolean;
    /** Paths at which connections are cut. */
    mutations: string[];
  };
  close(): Promise<void>;
}

/**
 * What every channel must do: take a good release, bring out exactly one copy of it, and go on bringing out exactly one
 * whatever crashes or is cut. The judge is always the platform's ledger.
 * @param mutations paths at which connections are cut; none for a channel without a network
 */
export function channelConformance(name: string, start: () => Promise<ChannelBench>, mutations: string[] = []): void {
  describe(`${name}：渠道共同要求`, () => {
    let bench: ChannelBench;
    beforeEach(async () => {
      bench = await start();
    });
    afterEach(() => bench.close());
    const copy = () => new Copy(bench.clock, 'dlv-0001');
    const exactlyOne = async () => expect(await bench.copies()).toEqual(['dlv-0001']);

    test('合格的稿件没有拦截意见', () => {
      expect(
        bench
          .open()
          .validate(sampleRelease())
          .filter((f) => f.level === 'block'),
      ).toEqual([]);
    });

    test('发出一份，平台确认，并留下平台编号', async () => {
      const one = copy();
      expect(await one.run(bench.open)).toMatchObject({ kind: 'confirmed', externalId: expect.any(String) });
      await exactlyOne();
    });

    test('带着已有记录再发一次，不会多出一份', async () => {
      const one = copy();
      await one.run(bench.open);
      one.next = 'send';
      bench.clock.advance(60_000);
      await one.run(bench.open);
      await exactlyOne();
    });

    test('没有发过就查询，回答没有发', async () => {
      expect((await bench.open().look(copy().job())).kind).toBe('not-sent');
      expect(await bench.copies()).toEqual([]);
    });

    test.each(['before', 'after'] as const)('在每一次记录的%s崩溃，都恰好一份', async (when) => {
      for (let at = 1; ; at += 1) {
        const one = new Copy(bench.clock, `dlv-${at}`, sampleRelease({ title: `第${at}次（示例）` }));
        one.crash = { at, when };
        const { kind } = await one.run(bench.open);
        const copies = (await bench.copies()).filter((id) => id === one.deliveryId).length;
        if (bench.blind && kind === 'blocked') expect(copies, `第 ${at} 次记录`).toBeLessThanOrEqual(1);
        else expect({ kind, copies }, `第 ${at} 次记录`).toEqual({ kind: 'confirmed', copies: 1 });
        if (one.records < at) break;
        bench.clock.advance(3_600_000);
      }
    });

    test.each(
      mutations.flatMap(
        (path) =>
          [
            [path, 'drop-before'],
            [path, 'drop-after'],
          ] as const,
      ),
    )('%s 遇到 %s，恰好一份', async (path, mode) => {
      bench.cut?.(path, mode);
      expect(await copy().run(bench.open)).toMatchObject({ kind: 'confirmed' });
      await exactlyOne();
    });

    test.each(mutations)('%s 执行后断线三次，仍然恰好一份', async (path) => {
      for (let i = 0; i < 3; i += 1) bench.cut?.(path, 'drop-after');
      expect(await copy().run(bench.open)).toMatchObject({ kind: 'confirmed' });
      await exactlyOne();
    });

    test('两份推送互不影响', async () => {
      await copy().run(bench.open);
      const other = new Copy(
        bench.clock,
        'dlv-0002',
        sampleRelease({ id: 'rel-2', serial: 124, title: '另一篇（示例）' }),
      );
      await other.run(bench.open);
      expect((await bench.copies()).toSorted()).toEqual(['dlv-0001', 'dlv-0002']);
    });

    withdrawConformance(() => bench);
  });
}

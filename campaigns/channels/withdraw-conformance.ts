import { expect, test } from 'vitest';
import type { ChannelBench } from './conformance.ts';
import { Copy } from './testing/copy.ts';
import { sampleRelease } from './testing/release.ts';

/** What every channel must do when a copy is taken back: one effect at most, on that copy alone, whatever crashes or is cut. */
export function withdrawConformance(bench: () => ChannelBench): void {
  const open = () => bench().open();
  const effects = async () => (await bench().withdrawal.effects()).toSorted();
  const effect = (...ids: string[]) => (bench().withdrawal.byMachine ? ids : []);
  const sent = async (id: string, serial = 123) => {
    const copy = new Copy(bench().clock, id, sampleRelease({ id: `rel-${id}`, serial, title: `${id}（示例）` }));
    await copy.run(open);
    return copy;
  };

  test('撤回已发出的一份：如实报告结果，只动这一份', async () => {
    const one = await sent('dlv-0001');
    await sent('dlv-0002', 124);
    expect((await one.withdraw(open)).kind).toBe(bench().withdrawal.ends);
    expect(await effects()).toEqual(effect('dlv-0001'));
  });

  test('撤回两次，只有一次效果，说法一致', async () => {
    const one = await sent('dlv-0001');
    const first = await one.withdraw(open);
    bench().clock.advance(26 * 3_600_000);
    expect(await one.withdraw(open)).toEqual(first);
    expect(await effects()).toEqual(effect('dlv-0001'));
  });

  test('撤回没有发出过的：没有可撤的，什么也不动', async () => {
    await sent('dlv-0002', 124);
    const copies = await bench().copies();
    const never = new Copy(bench().clock, 'dlv-0001');
    expect((await never.withdraw(open)).kind).toBe('already-gone');
    expect(await effects()).toEqual([]);
    expect(await bench().copies()).toEqual(copies);
  });

  test('请人做的，写明照做的步骤；不请人的不写', async () => {
    const outcome = await (await sent('dlv-0001')).withdraw(open);
    if (outcome.kind === 'needs-person') expect(outcome.steps).toMatch(/删除[\s\S]*登记/);
    expect(outcome.note).toMatch(/[\u4e00-\u9fff].*。$/);
  });

  test('能查询的渠道：撤回前还在，撤回后不在，查询本身不动什么', async () => {
    const one = await sent('dlv-0001');
    const look = async () => open().lookWithdrawn?.(one.withdrawJob());
    const before = await look();
    if (before === undefined) return;
    expect(before.kind).toBe('retry');
    expect(await effects()).toEqual([]);
    await one.withdraw(open);
    expect((await look())?.kind).toBe(bench().withdrawal.ends);
  });

  test.each(['before', 'after'] as const)('撤回时在每一次记录的%s崩溃，都恰好一次效果', async (when) => {
    for (let at = 1; ; at += 1) {
      const one = await sent(`dlv-${at}`, 200 + at);
      one.records = 0;
      one.crash = { at, when };
      const { kind } = await one.withdraw(open);
      const own = (await effects()).filter((id) => id === one.deliveryId);
      if (bench().blind && kind === 'needs-person') expect(own.length, `第 ${at} 次记录`).toBeLessThanOrEqual(1);
      else
        expect({ kind, own }, `第 ${at} 次记录`).toEqual({
          kind: bench().withdrawal.ends,
          own: effect(one.deliveryId),
        });
      if (one.records < at) break;
      bench().clock.advance(3_600_000);
    }
  });

  test.each(['drop-before', 'drop-after', 'drop-after-thrice'] as const)(
    '撤回时连接 %s，恰好一次效果',
    async (mode) => {
      const { mutations, ends } = bench().withdrawal;
      for (const [i, path] of mutations.entries()) {
        const one = await sent(`dlv-${i}`, 200 + i);
        for (let n = mode === 'drop-after-thrice' ? 3 : 1; n > 0; n -= 1)
          bench().cut?.(path, mode === 'drop-before' ? 'drop-before' : 'drop-after');
        expect((await one.withdraw(open)).kind, path).toBe(ends);
        expect(
          (await effects()).filter((id) => id === one.deliveryId),
          path,
        ).toEqual(effect(one.deliveryId));
        bench().clock.advance(3_600_000);
      }
    },
  );
}

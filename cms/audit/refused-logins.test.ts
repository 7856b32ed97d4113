import { expect, it } from 'vitest';
import { createRefusals, tallyWords, type Tally } from './refused-logins.ts';

function scene() {
  let time = 0;
  const rows: Tally[] = [];
  const refusals = createRefusals(
    async (tally) => void rows.push(tally),
    () => time,
  );
  return { refusals, rows, pass: (ms: number) => (time += ms) };
}

it('a few slips are told one by one, and leave no other row', async () => {
  const { pass, refusals, rows } = scene();
  for (let i = 0; i < 6; i += 1)
    expect(await refusals.add({ who: { id: 'a', name: '示例甲' }, address: '10.0.0.1' })).toBe(true);
  pass(600_000);
  expect(await refusals.add({ who: null, address: '10.0.0.1' })).toBe(true);
  await refusals.flush();
  expect(rows).toEqual([]);
});

it('a hundred thousand are seven rows', async () => {
  const { refusals, rows } = scene();
  let own = 0;
  for (let i = 0; i < 100_000; i += 1) {
    const who =
      i % 3 === 0 ? { id: 'a', name: '示例甲' } : i % 3 === 1 ? { id: `x${i % 300}`, name: `示例${i % 300}` } : null;
    if (await refusals.add({ who, address: `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}` })) own += 1;
  }
  await refusals.flush();
  expect([own, rows.length]).toEqual([6, 1]);
  const [row] = rows as [Tally];
  expect([row.count, row.addresses, row.accounts.length]).toEqual([99_994, 2_000, 20]);
  expect(row.accounts.reduce((sum, { count }) => sum + count, row.unnamed)).toBe(99_994);
  expect(tallyWords(row)).toMatch(
    /^登录被拒绝，另有99994次没有单独记，来自2000个以上地址，试的账号：示例甲33332次、.+等20个，没有这个账号或没有分开数的\d+次$/,
  );
});

it('windows that follow one another are told apart', async () => {
  const { pass, refusals, rows } = scene();
  for (let window = 0; window < 3; window += 1) {
    for (let i = 0; i < 10; i += 1) await refusals.add({ who: null, address: null });
    pass(600_000);
  }
  await refusals.flush();
  expect(rows.map(({ count, since }) => [since, count])).toEqual([
    [0, 4],
    [600_000, 4],
    [1_200_000, 4],
  ]);
});

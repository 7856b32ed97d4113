import { describe, expect, it } from 'vitest';
import { isQuiet, systemIsTold } from './quiet.ts';
import { createRefusals, tallyWords, type Tally } from './refused-logins.ts';
import { genesis, hashOf, sealOf, type AuditRow } from './row.ts';
import { nounOf, sentence, settingOf, wordFor } from './said.ts';
import { titleOf } from './title-of.ts';

const row: Omit<AuditRow, 'hash' | 'seal'> = {
  id: 'a1',
  seq: 7,
  at: '2026-06-14T09:00:00+08:00',
  prev: genesis,
  phase: 'done',
  said: '终审签发 稿件《示例》',
  intent: 6,
  actorId: 'u1',
  actorName: '示例终审人',
  actorRoles: 'signer',
  ip: '192.0.2.1',
  agent: 'Firefox',
  api: 'REST',
  act: 'review:sign',
  target: 'stories',
  rowId: 's1',
  title: '示例',
  reason: '核对无误',
  changes: '[]',
};

describe('the hash of a row', () => {
  it.each(Object.keys(row) as (keyof typeof row)[])(
    'is another one when %s is changed, emptied or taken away',
    (name) => {
      const changed = { ...row, [name]: typeof row[name] === 'number' ? 8 : `${row[name]}x` };
      const emptied = { ...row, [name]: '' };
      const gone = { ...row, [name]: null };
      expect(new Set([row, changed, emptied, gone].map((one) => hashOf(one as AuditRow))).size).toBe(4);
    },
  );
  it('is another one when words move from one column to the next', () =>
    expect(hashOf({ ...row, target: 'stories\ns1', rowId: null } as AuditRow)).not.toBe(
      hashOf({ ...row, target: 'stories', rowId: 's1' } as AuditRow),
    ));
  it('does not depend on the order in which a database gives the columns, nor on columns that it adds', () => {
    const turned = Object.fromEntries(Object.entries({ ...row, updatedAt: 'x' }).toReversed()) as unknown as AuditRow;
    expect(hashOf(turned)).toBe(hashOf(row));
  });
  it('its seal is made with the key alone', () => {
    const seal = sealOf(Buffer.from('a'), hashOf(row));
    expect(seal).toMatch(/^[0-9a-f]{64}$/);
    expect(sealOf(Buffer.from('b'), hashOf(row))).not.toBe(seal);
  });
});

describe('what a row says', () => {
  it.each([
    ['review:sign', '稿件', '示例', '终审签发 稿件《示例》'],
    ['create', '栏目', null, '新建 栏目'],
    ['logout', null, null, '退出登录'],
    ['correction', '推送', null, '更正 推送'],
    ['some-new-act', '稿件', '示例', '操作 some-new-act 稿件《示例》'],
  ])('%s of %s %s', (act, noun, title, said) => expect(sentence(act, noun, title)).toBe(said));

  it.each<[{ slug: string; labels?: { singular: unknown } } | undefined, string | null]>([
    [{ slug: 'stories', labels: { singular: '稿件' } }, '稿件'],
    [{ slug: 'stories', labels: { singular: { zh: '稿件' } } }, 'stories'],
    [{ slug: 'stories' }, 'stories'],
    [undefined, null],
  ])('a row of %j', (config, noun) => {
    expect(nounOf(config as never)).toBe(noun);
    expect(settingOf(config && ({ slug: config.slug, label: config.labels?.singular } as never))).toBe(noun);
  });

  it('every word is Chinese', () => {
    for (const act of ['create', 'login-failed', 'hand:receipt', 'account:unlock', 'review:submit'])
      expect(wordFor(act)).toMatch(/^[\u4e00-\u9fff（）]+$/);
  });

  it.each([
    ['columns', 'name', { name: '信用知识' }, '信用知识'],
    ['columns', 'name', { name: '字'.repeat(80) }, '字'.repeat(60)],
    ['columns', 'name', { name: '🎋'.repeat(80) }, '🎋'.repeat(60)],
    ['columns', 'name', { name: '' }, null],
    ['columns', 'name', { name: 7 }, null],
    ['columns', undefined, { name: '信用知识' }, null],
    ['nominations', 'name', { name: '示例人选' }, '摘要#4'],
  ])('a title of %s by %s', (slug, by, values, title) =>
    expect(titleOf(slug, by, values, (text) => `#${text.length}`)).toBe(title),
  );
});

it.each([
  ['attempts', 'update', true],
  ['payload-preferences', 'delete', true],
  ['sign-ins', 'create', true],
  ['sign-ins', 'delete', false],
  ['stories', 'update', false],
  ['global:desk', 'update', false],
] as const)('a write to %s (%s) is not told again: %s', (slug, kind, quiet) => expect(isQuiet(slug, kind)).toBe(quiet));

it.each([
  ['users', true],
  ['second-factors', true],
  ['global:login-rules', true],
  ['stories', false],
  ['users-of-somebody', false],
])('work without a person on %s is told: %s', (slug, told) => expect(systemIsTold(slug)).toBe(told));

describe('log-ins that are refused', () => {
  async function flood(refused: readonly { who: string | null; address: string | null; at?: number }[]) {
    const tallies: Tally[] = [];
    let now = 0;
    const refusals = createRefusals(
      async (tally) => void tallies.push(tally),
      () => now,
    );
    const own: boolean[] = [];
    for (const { address, at = now, who } of refused) {
      now = at;
      own.push(await refusals.add({ address, who: who === null ? null : { id: who, name: who } }));
    }
    await refusals.flush();
    return { tallies, own: own.filter(Boolean).length };
  }
  const tries = (count: number, more: (i: number) => object = () => ({})) =>
    Array.from({ length: count }, (_, i) => ({ who: '甲', address: '192.0.2.1', ...more(i) }));

  it('an ordinary day’s slips are told one by one', async () =>
    expect(await flood(tries(6))).toEqual({ own: 6, tallies: [] }));
  it('a flood is six rows and one', async () => {
    const { own, tallies } = await flood(tries(1006, (i) => ({ address: `192.0.2.${i % 3}` })));
    expect(own).toBe(6);
    expect(tallies.map(tallyWords)).toEqual(['登录被拒绝，另有1000次没有单独记，来自3个地址，试的账号：甲1000次']);
  });
  it('the next ten minutes begin anew, and what was counted before is told first', async () => {
    const { own, tallies } = await flood([...tries(8), ...tries(8, () => ({ at: 600_000 }))]);
    expect([own, tallies.map(({ count, since }) => [count, since])]).toEqual([
      12,
      [
        [2, 0],
        [2, 600_000],
      ],
    ]);
  });
  it('many accounts: the most tried by name, the rest by number', async () => {
    const { tallies } = await flood([
      ...tries(6),
      ...tries(30, (i) => ({ who: `号${i}` })),
      ...tries(3, () => ({ who: '号7' })),
      ...tries(2, () => ({ who: null, address: null })),
    ]);
    expect(tallies.map(tallyWords)).toEqual([
      '登录被拒绝，另有35次没有单独记，来自1个地址，试的账号：号74次、号01次、号11次、号21次、号31次等20个，没有这个账号或没有分开数的12次',
    ]);
  });
  it('where nothing is known, nothing is said of it', () =>
    expect(tallyWords({ count: 3, addresses: 0, accounts: [], unnamed: 0, since: 0 })).toBe(
      '登录被拒绝，另有3次没有单独记',
    ));
});

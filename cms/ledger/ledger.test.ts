import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { ledgerHref, readLedgerQuery } from './ledger-query.ts';
import { loadLedger, pageSize } from './ledger.ts';
import { sampleDesk, type SampleDesk } from '../testing/sample-desk.ts';

let cms: TestCms;
let sample: SampleDesk;
const at = (minute: number) => new Date(Date.UTC(2026, 11, 4, 1, minute));
const ledger = (params: Record<string, string> = {}) => loadLedger(cms.payload, readLedgerQuery(params).query);

beforeAll(async () => {
  cms = await testCms();
  sample = await sampleDesk(cms.payload);
  await sample.deliver('confirmed', at(0), { url: 'https://weibo.example/N8f2', channel: 'weibo' });
  const unknown = await sample.deliver('unknown', at(1));
  await sample.deliver('refused', at(2), { release: 1 });
  for (const [number, note] of [
    [1, '30秒内没有收到回应。'],
    [2, null],
  ] as const) {
    const data = {
      claim: `${unknown}#${number}`,
      deliveryId: unknown,
      number,
      kind: number === 1 ? 'send' : 'look',
      owner: 'w',
      startedAt: at(number).toISOString(),
      leaseUntil: at(5).toISOString(),
      ...(note ? { finishedAt: at(3).toISOString(), note } : {}),
    };
    await cms.payload.create({ collection: 'attempts', data: data as never });
  }
});
afterAll(() => cms.close());

describe('loadLedger', () => {
  it('groups copies by release, says who signed what, and opens unknown rows', async () => {
    const { groups, tabs, total } = await ledger();
    expect(total).toBe(3);
    expect(groups.map(({ title, rows }) => `${title} ${rows.map(({ state }) => state).join()}`)).toEqual([
      '秤上的星（示例） refused',
      '信用报告怎么看（示例） confirmed,unknown',
    ]);
    expect(groups[0]).toMatchObject({
      version: 1,
      signedBy: sample.desk.signer.name,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      withdrawn: null,
    });
    expect(groups[1]?.rows[1]?.trail.map(({ note }) => note)).toEqual([
      '提交：30秒内没有收到回应。',
      '核对：正在进行，还没有结果。',
    ]);
    expect(tabs.filter(({ count }) => count > 0).map(({ word, count }) => `${word}${count}`)).toEqual([
      '全部3',
      '结果未知1',
      '已确认1',
      '被拒1',
    ]);
  });

  it('filters by state, channel, words and days; counts follow the other filters', async () => {
    const found = async (params: Record<string, string>) => (await ledger(params)).total;
    expect(await found({ state: 'unknown' })).toBe(1);
    expect(await found({ channel: 'weibo' })).toBe(1);
    expect(await found({ q: '秤上' })).toBe(1);
    expect(await found({ q: 'N8f2' })).toBe(1);
    expect(await found({ q: '没有这篇' })).toBe(0);
    expect(await found({ from: '2026-12-04', to: '2026-12-04' })).toBe(3);
    expect(await found({ to: '2026-12-03' })).toBe(0);
    expect(await found({ campaign: sample.campaignId })).toBe(3);
    const { tabs } = await ledger({ state: 'refused', channel: 'weibo' });
    expect(tabs[0]?.count).toBe(1);
  });

  it('pages', async () => {
    for (let i = 0; i < pageSize; i += 1) await sample.deliver('pending', at(10 + i));
    const second = await ledger({ page: '2' });
    expect([second.total, second.pages, second.first, second.last]).toEqual([
      pageSize + 3,
      2,
      pageSize + 1,
      pageSize + 3,
    ]);
    expect(ledgerHref(readLedgerQuery({ page: '2' }).query, { page: 2 })).toBe('/admin/ledger?page=2');
    // Rows may have gone to another tab since somebody kept the address: the last page, not an empty one.
    const beyond = await ledger({ page: '9' });
    expect([beyond.page, beyond.groups.length, beyond.first, beyond.last]).toEqual([
      2,
      second.groups.length,
      second.first,
      second.last,
    ]);
    expect(await ledger({ page: '9', state: 'refused', q: '没有这样的题目' })).toMatchObject({
      page: 1,
      pages: 1,
      total: 0,
      first: 0,
      last: 0,
    });
  });
});

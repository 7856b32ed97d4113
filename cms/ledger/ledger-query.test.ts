import { describe, expect, it } from 'vitest';
import { ledgerHref, readLedgerQuery } from './ledger-query.ts';

describe('readLedgerQuery', () => {
  it('has defaults', () => {
    expect(readLedgerQuery({})).toEqual({
      query: { state: 'all', q: '', channel: '', campaign: '', from: '', to: '', page: 1 },
      problems: [],
    });
  });

  it('keeps what it understands and names what it does not', () => {
    const { query, problems } = readLedgerQuery({
      state: 'unknown',
      from: '2026-02-30',
      q: ['信用', 'x'],
      page: 'seven',
    });
    expect(query).toMatchObject({ state: 'unknown', from: '', q: '信用', page: 1 });
    expect(problems).toEqual(['起始日期不对：请写成 2026-06-14 这样的年月日。']);
  });

  it('does not search a range that runs backwards', () => {
    const { query, problems } = readLedgerQuery({ from: '2026-06-14', to: '2026-06-01' });
    expect(query).toMatchObject({ from: '2026-06-14', to: '' });
    expect(problems).toHaveLength(1);
  });
});

it('ledgerHref leaves defaults out and goes back to page 1', () => {
  const { query } = readLedgerQuery({ state: 'unknown', q: '信用 报告', page: '3' });
  expect(ledgerHref(query)).toBe('/admin/ledger?state=unknown&q=%E4%BF%A1%E7%94%A8+%E6%8A%A5%E5%91%8A');
  expect(ledgerHref(query, { state: 'all', q: '', page: 2 })).toBe('/admin/ledger?page=2');
  expect(ledgerHref(readLedgerQuery({}).query)).toBe('/admin/ledger');
});

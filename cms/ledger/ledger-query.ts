import { z } from 'zod';
import { isCivilDay } from '../../campaigns/calendar/civil-day.ts';
import { ledgerTabs, type LedgerTab } from '../words/delivery-looks.ts';

const tabs = ledgerTabs.map(({ slug }) => slug) as [LedgerTab, ...LedgerTab[]];
const text = z.string().trim().max(100, '搜索的字太多了：请写一百个字以内。');
const day = (name: string) =>
  z.string().refine((value) => value === '' || isCivilDay(value), `${name}不对：请写成 2026-06-14 这样的年月日。`);

const schema = z.object({
  state: z.enum(tabs, '没有这种状态：请从上面的标签里选。').catch('all'),
  q: text.default(''),
  channel: text.default(''),
  campaign: text.default(''),
  from: day('起始日期').default(''),
  to: day('截止日期').default(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type LedgerQuery = z.output<typeof schema>;

/** Reads the ledger's filters from an address; what cannot be understood is left out and said in one sentence each. */
export function readLedgerQuery(params: Record<string, string | string[] | undefined>): {
  query: LedgerQuery;
  problems: string[];
} {
  const single = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value]),
  );
  const parsed = schema.safeParse(single);
  if (parsed.success) return inTurn(parsed.data, []);
  const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
  const rest = Object.fromEntries(Object.entries(single).filter(([key]) => !wrong.has(key)));
  return inTurn(
    schema.parse(rest),
    parsed.error.issues.map(({ message }) => message),
  );
}

/** Days that are the wrong way round would find nothing: the first one stands. */
function inTurn(query: LedgerQuery, problems: string[]): { query: LedgerQuery; problems: string[] } {
  const turned = query.from !== '' && query.to !== '' && query.from > query.to;
  return turned
    ? { query: { ...query, to: '' }, problems: [...problems, '截止日期早于起始日期：已只按起始日期筛选。'] }
    : { query, problems };
}

/** The address of the ledger with some filters changed; defaults are left out. */
export function ledgerHref(query: LedgerQuery, change: Partial<LedgerQuery> = {}): string {
  const next = { ...query, page: 1, ...change };
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(next))
    if (value !== '' && !(key === 'state' && value === 'all') && !(key === 'page' && value === 1))
      params.set(key, String(value));
  const tail = params.toString();
  return tail ? `/admin/ledger?${tail}` : '/admin/ledger';
}

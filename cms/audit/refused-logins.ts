/** One log-in that was refused. */
export interface Refused {
  /** The account's owner; null for an e-mail that has no account. */
  who: { id: string; name: string } | null;
  address: string | null;
}

/** What one row tells of those that have no row of their own. */
export interface Tally {
  count: number;
  addresses: number;
  /** By name, the most tried first. */
  accounts: { name: string; count: number }[];
  /** More accounts than are counted by name. */
  unnamed: number;
  since: number;
}

const windowMs = 10 * 60_000;
/** Rows of their own in one window: an ordinary day's slips are read one by one. */
const ownRows = 6;
const mostAddresses = 2_000;
const mostAccounts = 20;

/**
 * Bounds what strangers can write into a trail that nobody may delete from: the first few of a window are told one by one,
 * all others in one row with their number when the window ends. So a flood of years is seven rows in ten minutes, and what
 * is kept in memory is bounded too.
 * @param tell writes the row of a window
 * @param now milliseconds
 */
export function createRefusals(tell: (tally: Tally) => Promise<void>, now: () => number) {
  let open: {
    since: number;
    told: number;
    count: number;
    unnamed: number;
    addresses: Set<string>;
    accounts: Map<string, { name: string; count: number }>;
  } | null = null;
  let timer: NodeJS.Timeout | null = null;

  const flush = async (): Promise<void> => {
    if (timer) clearTimeout(timer);
    timer = null;
    const ended = open;
    open = null;
    if (!ended || ended.count === 0) return;
    const accounts = [...ended.accounts.values()].sort((a, b) => b.count - a.count);
    await tell({
      count: ended.count,
      addresses: ended.addresses.size,
      accounts,
      unnamed: ended.unnamed,
      since: ended.since,
    });
  };
  return {
    /** @returns true when this one is to be told by itself */
    async add({ address, who }: Refused): Promise<boolean> {
      if (open && now() - open.since >= windowMs) await flush();
      if (!open) {
        open = { since: now(), told: 0, count: 0, unnamed: 0, addresses: new Set(), accounts: new Map() };
        timer = setTimeout(() => void flush(), windowMs);
        timer.unref();
      }
      if (open.told < ownRows) {
        open.told += 1;
        return true;
      }
      open.count += 1;
      if (address !== null && open.addresses.size < mostAddresses) open.addresses.add(address);
      const known = who && open.accounts.get(who.id);
      if (known) known.count += 1;
      else if (who && open.accounts.size < mostAccounts) open.accounts.set(who.id, { name: who.name, count: 1 });
      else open.unnamed += 1;
      return false;
    },
    /** What is counted and not told yet: before the process ends. */
    flush,
  };
}

export type Refusals = ReturnType<typeof createRefusals>;

/** 另有 1200 次登录被拒绝 … in one sentence. */
export function tallyWords({ accounts, addresses, count, unnamed }: Tally): string {
  const names = accounts.slice(0, 5).map(({ name, count: times }) => `${name}${times}次`);
  return [
    `登录被拒绝，另有${count}次没有单独记`,
    addresses > 0 ? `来自${addresses}${addresses >= mostAddresses ? '个以上' : '个'}地址` : null,
    names.length > 0
      ? `试的账号：${names.join('、')}${accounts.length > names.length ? `等${accounts.length}个` : ''}`
      : null,
    unnamed > 0 ? `没有这个账号或没有分开数的${unnamed}次` : null,
  ]
    .filter(Boolean)
    .join('，');
}

import { isIPv4 } from 'node:net';
import { calm } from './fault.ts';
import type { FaultPlan } from './fault.ts';
import { WeiboRefusal, checkPicture, checkStatus, readShare, refuse } from './weibo-status.ts';
import { openWire } from './wire.ts';
import type { Answer, Ask, Wire, WireOptions } from './wire.ts';

/** One copy that readers can see. */
interface Status {
  id: number;
  text: string;
  picture: boolean;
  at: number;
}

export interface WeiboOptions {
  now(): number;
  random(): number;
  token: string;
  /** Epoch milliseconds. */
  tokenUntil: number;
  /** The host bound to the app, without port. */
  domain: string;
  uid: number;
  /** Texts the platform refuses (20021). */
  refuses(text: string): boolean;
  /** Calls that others have made today with the same app and user. */
  earlierCalls: number;
}

export interface StrictWeibo extends Wire {
  statuses: Status[];
  refusals: { path: string; code: number; message: string }[];
}

const hour = 3600_000;
const shanghaiDay = (ms: number) => Math.floor((ms + 8 * hour) / (24 * hour));
const pad = (n: number) => String(n).padStart(2, '0');

/** `Sat Jun 14 09:00:00 +0800 2026`, as the platform writes instants. */
function stamp(ms: number): string {
  const d = new Date(ms + 8 * hour);
  const [day, month] = [d.toUTCString().slice(0, 3), d.toUTCString().slice(8, 11)];
  return `${day} ${month} ${pad(d.getUTCDate())} ${pad(d.getUTCHours())}:${pad(d.getUTCMinutes())}:${pad(d.getUTCSeconds())} +0800 ${d.getUTCFullYear()}`;
}

/** A second reading of the Weibo contract, stricter than the first and independent of it. */
export async function openStrictWeibo(
  given: Partial<WeiboOptions> & { faults?: FaultPlan; maxDelayMs?: number; linger?: WireOptions['linger'] },
): Promise<StrictWeibo> {
  const {
    faults = calm,
    maxDelayMs = 1500,
    linger = (ms) => new Promise((done) => setTimeout(done, ms)),
    ...rest
  } = given;
  const o: WeiboOptions = {
    now: Date.now,
    random: Math.random,
    token: '2.00strict',
    tokenUntil: Infinity,
    domain: 'www.example.gov.cn',
    uid: 1_700_000_000,
    refuses: () => false,
    earlierCalls: 0,
    ...rest,
  };
  const statuses: Status[] = [];
  const refusals: StrictWeibo['refusals'] = [];
  let calls: number[] = Array.from({ length: o.earlierCalls }, () => o.now());
  let late: WeiboRefusal | null = null;

  const json = (status: number, value: unknown): Answer => ({
    status,
    type: 'application/json;charset=UTF-8',
    body: JSON.stringify(value),
  });
  const error = (path: string, e: WeiboRefusal): Answer =>
    json(e.status, { request: path, error_code: o.random() < 0.5 ? e.code : String(e.code), error: e.message });

  function authorise(token: string | undefined): void {
    if (!token) refuse(21301, 'auth faild', 403);
    if (token !== o.token) refuse(21332, 'invalid_access_token', 400);
    if (o.now() >= o.tokenUntil) refuse(21327, 'expired_token', 400);
  }

  function countCall(): void {
    calls = calls.filter((at) => shanghaiDay(at) === shanghaiDay(o.now()));
    if (calls.length >= 100) refuse(10023, 'User requests out of rate limit', 403);
    calls.push(o.now());
  }

  const view = (s: Status) => ({
    created_at: stamp(s.at),
    id: s.id,
    idstr: String(s.id),
    mid: String(s.id),
    source: '<a href="http://example.com">示例</a>',
    text: s.text.replace(/https?:\/\/[\x21-\x7e]+/g, `http://t.cn/A6${s.id % 100_000}`),
    pic_ids: s.picture ? ['x'] : [],
    user: { id: o.uid, idstr: String(o.uid), screen_name: '示例账号' },
  });

  function share(ask: Ask): unknown {
    if (ask.method !== 'POST') refuse(10021, 'HTTP method is not supported for this request', 403);
    if ([...ask.query.keys()].length > 0) refuse(10008, 'param error: query');
    const { fields, pic } = readShare(ask);
    authorise(fields.get('access_token'));
    countCall();
    for (const name of fields.keys())
      if (!['access_token', 'status', 'rip'].includes(name)) refuse(10008, `param error: ${name}`);
    const text = fields.get('status') ?? refuse(10016, 'miss required parameter (status)');
    const rip = fields.get('rip') ?? refuse(10016, 'miss required parameter (rip)');
    if (!isIPv4(rip) || /^(127\.|0\.)/.test(rip)) refuse(10008, `param error: rip ${rip}`);
    checkStatus(text, o.domain);
    if (pic) checkPicture(pic);
    if (o.refuses(text)) refuse(20021, 'content is illegal');
    const now = o.now();
    if (statuses.filter((s) => now - s.at < hour).length >= 30)
      refuse(10024, 'User requests for share out of rate limit', 403);
    if (statuses.some((s) => s.text === text && now - s.at < 24 * hour)) refuse(20019, 'repeat content');
    const status = { id: 4_900_000_000_000_000 + statuses.length, text, picture: pic !== null, at: now };
    statuses.unshift(status);
    if (late) throw late;
    return view(status);
  }

  function handle(ask: Ask): Answer {
    try {
      if (ask.path === '/2/statuses/share.json') return json(200, share(ask));
      return error(ask.path, new WeiboRefusal(10020, 'Interface does not exist', 404));
    } catch (e) {
      if (!(e instanceof WeiboRefusal)) throw e;
      refusals.push({ path: ask.path, code: e.code, message: e.message });
      return error(ask.path, e);
    }
  }

  /** Busy before or after it took effect, or published with the sync delayed: the code alone does not tell. */
  function own(ask: Ask): Answer | null {
    const mood = o.random();
    if (mood < 0.25) return error(ask.path, new WeiboRefusal(10001, 'System error', 503));
    if (mood < 0.4) return error(ask.path, new WeiboRefusal(10009, 'Too many pending tasks, system is busy', 503));
    if (mood < 0.5) return error(ask.path, new WeiboRefusal(20016, 'out of time limit', 400));
    const [code, message, status] =
      mood < 0.75
        ? ([20032, 'Update success, while server slow now, please wait 1-2 minutes', 400] as const)
        : mood < 0.9
          ? ([10001, 'System error', 503] as const)
          : ([10010, 'Job expired', 503] as const);
    late = new WeiboRefusal(code, message, status);
    try {
      return handle(ask);
    } finally {
      late = null;
    }
  }

  const wire = await openWire({ faults, handle, own, maxDelayMs, linger });
  return { ...wire, statuses, refusals };
}

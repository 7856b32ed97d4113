import { startWechatEmulator } from '../../campaigns/channels/wechat/emulator/server.ts';
import { startWeiboEmulator } from '../../campaigns/channels/weibo/emulator/server.ts';
import { systemClock, type Clock } from '../../campaigns/ports/clock.ts';
import { within } from '../../.config/patience.ts';
import { makePeople } from '../e2e/people.ts';
import {
  chengxin,
  emptyInstallation,
  eventually,
  startProduct,
  type Environment,
  type Running,
} from '../e2e/product.ts';

/** On a quiet machine; nothing of a siege is waited for without an end. */
const restartMs = 120_000;
const rehearseMs = 60_000;

/** @throws Error with `what` when `work` takes longer than `quiet` milliseconds would mean on this machine */
async function inTime<T>(work: Promise<T>, quiet: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(what)), within(quiet));
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** One row of `rehearse --json`. */
export interface Planned {
  post: string;
  channel: string;
}

/**
 * The product as a newcomer starts it, in a folder and on ports of its own; the platforms stand outside, so that their
 * books outlive what happens to it.
 * @param staffed an installation with these settings in which the people of `e2e/people.ts` work already, instead of an empty one
 */
export async function openCastle(staffed?: (settings: Record<string, string>) => Promise<Environment>) {
  let ahead = 0;
  // The platforms' clock goes two hours on with each campaign: quotas are not what is measured.
  const clock: Clock = { ...systemClock, now: () => new Date(Date.now() + ahead) };
  const wechat = await startWechatEmulator({ port: 0, clock });
  const weibo = await startWeiboEmulator({ port: 0, clock, safeDomain: 'localhost' });
  const settings = { CHANNELS: 'emulator', WECHAT_API_BASE: wechat.url, WEIBO_API_BASE: weibo.url };
  const place = await (staffed ?? emptyInstallation)(settings);
  let product = await startProduct(place.env);
  const desk = new URL(product.admin).origin;
  if (!staffed) {
    const oneTime = /一次性密码 (\S{19})/.exec(product.output())?.[1] ?? '';
    await makePeople(desk, { email: 'admin@chengxin.example', password: oneTime });
  }
  const copies = () => [...wechat.ledger(), ...weibo.ledger()].map(({ deliveryId }) => deliveryId);
  return {
    site: product.site,
    desk,
    copies,
    product: (): Running => product,
    /** A campaign whose posts are due in `seconds`. */
    async campaign(seconds: number): Promise<Planned[]> {
      ahead += 2 * 3_600_000;
      const { stdout, stderr, code } = await inTime(
        chengxin(['rehearse', '--campaign', '315', '--in', `${seconds}s`, '--json'], place.env),
        rehearseMs,
        '排推送的命令没有结束',
      );
      if (code !== 0) throw new Error(stderr);
      return JSON.parse(stdout) as Planned[];
    },
    /** How often a process of the product has died or hung since it was last started by us: whoever keeps it up says so. */
    async restarts(): Promise<number> {
      const answer = await fetch(`${desk}/healthz`, { signal: AbortSignal.timeout(30_000) }).catch(() => null);
      const told = (await answer?.json().catch(() => null)) as
        | { reasons?: { id: string; what: string }[] }
        | null
        | undefined;
      return Number(/中断过 (\d+) 次/.exec(told?.reasons?.find(({ id }) => id === 'restarts')?.what ?? '')?.[1] ?? 0);
    },
    /** kill -9 of the whole product, and a start as after a power cut. */
    async strike(): Promise<void> {
      if (product.child.pid) process.kill(-product.child.pid, 'SIGKILL');
      await new Promise((done) =>
        (product.child.exitCode ?? product.child.signalCode) !== null ? done(null) : product.child.once('exit', done),
      );
      product = await inTime(startProduct(place.env), restartMs, '被杀以后没有再起来');
    },
    /** Every delivery of rehearsed campaigns, when all have ended; the coming ones of the examples stand in the ledger too. */
    ended: (count: number) =>
      eventually(
        'all posts out',
        async () => {
          const rows = JSON.parse((await chengxin(['ledger', '--json'], place.env)).stdout) as {
            post: string;
            state: string;
            channel: string;
          }[];
          const own = rows.filter(({ post }) => post.includes('-rehearsal-'));
          return own.length >= count && own.every(({ state }) => state === 'confirmed') && own;
        },
        240_000,
      ),
    async close(): Promise<void> {
      await product.stop();
      await Promise.all([wechat.close(), weibo.close()]);
      await place.drop();
    },
  };
}

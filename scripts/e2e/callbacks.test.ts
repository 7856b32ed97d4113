import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerRow } from '../compose/ledger.ts';
import { rehearsedCopies } from './copies.ts';
import { furnishedInstallation } from './furnished.ts';
import { chengxin, eventually, startProduct, type Environment, type Running } from './product.ts';
import { within } from '../../.config/patience.ts';

/** Site and worker as processes of their own: the platform tells the one, and the other knows, through the database alone. */
describe('WeChat callbacks', () => {
  let place: Environment;
  let site: Running;
  let worker: Running;

  beforeAll(async () => {
    place = await furnishedInstallation('seeded');
    site = await startProduct(place.env, ['start', '--role', 'site']);
    worker = await startProduct(place.env, ['start', '--role', 'worker']);
  }, within(300_000));
  afterAll(async () => {
    await worker?.stop();
    await site?.stop();
    await place?.drop();
  });

  it('answers nobody who does not know the token', async () => {
    const answer = await fetch(
      `http://127.0.0.1:${place.env.SITE_PORT}/hooks/wechat?timestamp=1&nonce=2&signature=3&echostr=4`,
    );
    expect([answer.status, await answer.text()]).toEqual([403, '签名不对或已过时。']);
  });

  it('confirms what the platform has told, without asking', async () => {
    await chengxin(['rehearse', '--campaign', '315', '--in', '3s', '--json'], place.env);
    await eventually(
      'WeChat confirmed',
      async () => {
        const own = (await rehearsedCopies(place.env)).filter(({ channel }) => channel === 'wechat');
        return own.length > 0 && own.every(({ state }) => state === 'confirmed');
      },
      60_000,
    ).catch(async (error: unknown) => {
      throw new Error(
        `${String(error)}\n${(await chengxin(['ledger'], place.env)).stdout}\n${worker.output()}\n${site.output()}`,
      );
    });
    const all = JSON.parse((await chengxin(['ledger', '--json'], place.env)).stdout) as LedgerRow[];
    const wechat = all.filter((row) => row.channel === 'wechat' && row.post.includes('-rehearsal-'));
    expect(wechat.map(({ state }) => state)).toEqual(
      (await rehearsedCopies(place.env)).filter(({ channel }) => channel === 'wechat').map(() => 'confirmed'),
    );
    // One line of the worker's log a delivery; the other way to know is a question, and says so in other words.
    expect(worker.output().match(/（核对）：微信通知：已发布。/g)).toHaveLength(wechat.length);
    expect(worker.output()).not.toContain('（核对）：微信已发布。');
  });
});

import { z } from 'zod';
import { channelKinds } from '../../campaigns/channels/channel-kinds.ts';
import { exitCodes } from '../cli/failure.ts';
import { printResult, say } from '../cli/talk.ts';
import { daySchema, defineVerb, jsonFlag } from '../cli/verb.ts';
import { ledgerLine } from '../compose/ledger.ts';
import { simulateOnCopy } from '../compose/simulate.ts';
import { ownContent } from '../settings/own-content.ts';

export const verb = defineVerb({
  name: 'simulate',
  summary: '在数据的副本上、用模拟的时钟和模拟器跑一段日子，列出会在什么时候发什么',
  flags: {
    from: { type: 'string', value: '日期', help: '第一天，如 2026-03-01' },
    to: { type: 'string', value: '日期', help: '最后一天（含），如 2026-03-31' },
    json: jsonFlag,
  },
  schema: z
    .object({ from: daySchema, to: daySchema, json: z.boolean().default(false) })
    .refine(({ from, to }) => from <= to, { path: ['to'], message: '最后一天不能早于第一天。' }),
  async run({ from, to, json }) {
    const { rows, held, repeated } = await simulateOnCopy(from, to);
    // Only what went to the emulators can be counted there; packs and the site's own row are not articles.
    const platforms = new Set(
      (await ownContent().channels()).flatMap(({ id, type }) =>
        channelKinds.some((kind) => kind.type === type && kind.emulator) ? [id] : [],
      ),
    );
    const articles = rows.filter((row) => row.state === 'confirmed' && platforms.has(row.channel)).length;
    say(
      `模拟 ${from} 至 ${to}：${rows.length} 份推送；模拟器里有 ${held} 篇；同一段日子再跑一遍，多发 ${repeated} 篇。`,
    );
    printResult(json, rows, () => (rows.length > 0 ? rows.map(ledgerLine) : ['这段日子没有要发的推送。']));
    return repeated === 0 && held === articles ? exitCodes.ok : exitCodes.failed;
  },
});

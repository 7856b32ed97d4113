import { z } from 'zod';
import { exitCodes, Failure } from '../cli/failure.ts';
import { printResult, say } from '../cli/talk.ts';
import { defineVerb, durationSchema, jsonFlag } from '../cli/verb.ts';
import { rehearse } from '../compose/rehearse.ts';
import { readSettings, requireLiveCredentials } from '../settings/settings.ts';
import { openReady } from '../installation/open-ready.ts';

export const verb = defineVerb({
  name: 'rehearse',
  summary: '彩排：把一个活动的全部推送复制一份，在指定时间后到期，走正常的计划和渠道',
  flags: {
    campaign: { type: 'string', value: '活动', help: '活动的短名，如 315' },
    in: { type: 'string', value: '时长', help: '多久以后到期，如 5s、10m' },
    'confirm-live': { type: 'boolean', help: 'CHANNELS=live 时必须写明：会真的发出去' },
    json: jsonFlag,
  },
  schema: z.object({
    campaign: z
      .string({ error: '请写明活动的短名，如 --campaign 315。' })
      .regex(/^[a-z0-9-]{1,60}$/, '活动短名只含小写字母、数字和连字符，如 315。'),
    in: durationSchema,
    'confirm-live': z.boolean().default(false),
    json: z.boolean().default(false),
  }),
  async run(input) {
    const settings = readSettings();
    if (settings.CHANNELS === 'live' && !input['confirm-live']) {
      throw new Failure('现在是 CHANNELS=live，彩排会真的发到平台上：确实要发，请加 --confirm-live。', exitCodes.usage);
    }
    requireLiveCredentials(settings);
    const cms = await openReady({ for: 'examples' });
    const { planned, gaps } = await rehearse(cms, input.campaign, input.in);
    for (const gap of gaps) say(`  没有排上：${gap.post} → ${gap.channel}，${gap.reason}`);
    printResult(input.json, planned, () => planned.map((p) => `${p.plannedAt}  ${p.channel}  ${p.post}`));
    await cms.close();
    return planned.length > 0 ? exitCodes.ok : exitCodes.failed;
  },
});

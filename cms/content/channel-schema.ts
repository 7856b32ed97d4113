import { z } from 'zod';
import { deliverSchema } from '../../campaigns/channels/press/deliver/deliver-schema.ts';
import { line, slug, timeOfDay } from './fields.ts';

/** What the platform takes of one account; days and months by China's clock, an hour is any sixty minutes. */
const quotaRule = z.strictObject({
  per: z.enum(['hour', 'day', 'month'], { error: '只能是 hour、day 或 month' }),
  limit: z.number({ error: '要写数字' }).int('要写整数').positive('至少是 1'),
});

const common = { id: slug, name: line(12), quota: z.array(quotaRule).optional() };

/** The outlet's own editors: whom we call. Whom they call stands in content/region/. */
const desk = z.strictObject({ name: line(24), phone: line(30), email: z.email('不是邮箱地址') });
const oldContact = '这一项已经分成两处：对方的编辑室改写成 desk: { name, phone, email }，我方的联系人写在 content/region/ 那份文件的 contact 里；改好后请删掉这一项';

/** `content/channels/<id>.yaml`: an account that copies go to. A second newspaper is one more file with `type: press`. */
export const channelSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('wechat'),
    account: line(30),
    /** publish: on the account's page; mass: also to every follower's phone, within the platform's monthly quota. */
    send: z.enum(['publish', 'mass'], { error: '只能是 publish（发布）或 mass（群发）' }).optional(),
    /** For how many days, and how often, what is confirmed is asked about again: it may be deleted or banned later. */
    watch: z.strictObject({
      days: z.number({ error: '要写数字' }).int('要写整数').min(1, '至少是 1').max(365, '最多 365'),
      everyHours: z.number({ error: '要写数字' }).int('要写整数').min(1, '至少是 1'),
    }).optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('weibo'),
    account: line(30),
    /** True once it is verified that this account may delete through the interface; else a person deletes. */
    destroy: z.boolean({ error: '只能是 true 或 false' }).optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('press'),
    outlet: line(30),
    /** Last moment of the day for the next day's paper. */
    deadline: timeOfDay,
    /** Where it is printed, e.g. “第三版 诚信广元专栏”. */
    page: line(24),
    /** What the paper must wait for, in words, when there is such a thing. */
    embargo: line(40).optional(),
    contact: z.unknown().refine((value) => value === undefined, oldContact).optional(),
    desk,
    /** How it takes contributions; a folder on this machine when not said. Secrets come from the environment. */
    deliver: deliverSchema.optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('community'),
    /** Name at the head of posters and 落款 at their foot. */
    masthead: line(12),
    issuer: line(30),
    contact: z.strictObject({ desk: line(24), phone: line(30) }),
  }),
  /** The public site itself: asked whether what was signed is there, and whether what was withdrawn is gone. */
  z.strictObject({ ...common, type: z.literal('site') }),
]);

export type StarterChannel = z.output<typeof channelSchema>;

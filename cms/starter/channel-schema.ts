import { z } from 'zod';
import { line, slug, timeOfDay } from './fields.ts';

const common = { id: slug, name: line(12) };

const contact = z.strictObject({ desk: line(24), phone: line(30), email: z.email('不是邮箱地址') });

/** `content/channels/<id>.yaml`: an account that copies go to. A second newspaper is one more file with `type: press`. */
export const channelSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('wechat'), account: line(30) }),
  z.strictObject({ ...common, type: z.literal('weibo'), account: line(30) }),
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
    contact,
  }),
]);

export type StarterChannel = z.output<typeof channelSchema>;

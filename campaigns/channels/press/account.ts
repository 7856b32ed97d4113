import { z } from 'zod';
import { line, timeOfDay } from '../../fields/fields.ts';
import { accountFields, defineAccount } from '../define-account.ts';
import { deliverSchema } from './deliver/deliver-schema.ts';

/** The outlet's own editors: whom we call. Whom they call stands in content/region/. */
const desk = z.strictObject({ name: line(24), phone: line(30), email: z.email('不是邮箱地址') });
const oldContact =
  '这一项已经分成两处：对方的编辑室改写成 desk: { name, phone, email }，我方的联系人写在 content/region/ 那份文件的 contact 里；改好后请删掉这一项';

export const pressAccount = defineAccount({
  type: 'press',
  schema: z.strictObject({
    ...accountFields,
    type: z.literal('press'),
    outlet: line(30),
    /** Last moment of the day for the next day's paper. */
    deadline: timeOfDay,
    /** Where it is printed, e.g. “第三版 诚信广元专栏”. */
    page: line(24),
    /** What the paper must wait for, in words, when there is such a thing. */
    embargo: line(40).optional(),
    contact: z
      .unknown()
      .refine((value) => value === undefined, oldContact)
      .optional(),
    desk,
    /** How it takes contributions; a folder on this machine when not said. Secrets come from the environment. */
    deliver: deliverSchema.optional(),
  }),
  words: {
    kind: '报社',
    shown: {
      outlet: '媒体名称',
      page: '拟用版面',
      embargo: '刊发时间要求',
      'desk.name': '对方编辑室',
      'desk.phone': '对方电话',
      'desk.email': '对方邮箱',
    },
    neutral: { outlet: '编辑部', 'desk.name': '编辑室', 'desk.phone': '待核对', 'desk.email': '待核对' },
    machine: { deadline: '截稿时刻，排期用', deliver: '怎样送到' },
  },
});

import { z } from 'zod';
import { line } from '../../../fields/fields.ts';
import { accountFields, defineAccount } from '../../define-account.ts';

/** A notice board on which sheets are hung: the smallest kind of account that shows words of its own. */
export const bulletinAccount = defineAccount({
  type: 'bulletin',
  schema: z.strictObject({ ...accountFields, type: z.literal('bulletin'), place: line(20), keys: line(20).optional() }),
  words: {
    kind: '宣传栏',
    shown: { place: '张贴地点' },
    neutral: { place: '社区' },
    machine: { keys: '钥匙在谁手里' },
  },
});

import type { Field } from 'payload';
import { optionsOf } from '../fields/options-of.ts';
import { toneLabels, whoLabels } from '../story/answer.ts';
import { contentLabels } from '../story/fields/content-names.ts';

/** The question of `cms/question` as a form asks it: two choices, neither of them made beforehand. */
export const answerField: Field = {
  name: 'answer',
  label: contentLabels.answer,
  type: 'group',
  admin: {
    description:
      '看标题、摘要、正文、图说、图片和附件，不看种类。认得出：写了姓名、名称，或者几样合起来熟人就知道是谁。答案决定要填哪些依据；和检查看到的不一样时，由保密审查人判定。',
  },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'who', label: '能认出具体的人或单位吗', type: 'select', options: optionsOf(whoLabels) },
        { name: 'tone', label: '对它是褒是贬', type: 'select', options: optionsOf(toneLabels) },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'minor', label: '有认得出来的未成年人', type: 'checkbox', defaultValue: false },
        { name: 'sealed', label: '说到治安处罚或封存的犯罪记录', type: 'checkbox', defaultValue: false },
      ],
    },
  ],
};

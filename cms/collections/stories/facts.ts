import type { Field } from 'payload';
import { day, line, prose, webAddress } from '../../fields/own-words.ts';
import { contentLabels } from '../../story/fields/content-names.ts';
import { formFields } from '../../story/fields/derive.ts';
import { factGroups } from '../../story/fields/groups.ts';

const when = (kind: string) => ({ condition: (data: { kind?: unknown }) => data.kind === kind });

/** A group of facts that one kind of story alone has (`story/fields/groups.ts`). */
const groupField = (name: keyof typeof factGroups): Field => {
  const { facts, kind, label } = factGroups[name];
  return { name, label, type: 'group', admin: when(kind), fields: formFields(facts) };
};

export const roleModelFacts = groupField('roleModel');
export const lessonFacts = groupField('lesson');

/** The four steps of a warning case. */
export const caseFacts: Field = {
  name: 'caseSteps',
  label: contentLabels.caseSteps,
  type: 'group',
  admin: {
    ...when('case'),
    description: '默认隐去姓名、单位和可以认出人的细节；写了的，在“认得出谁，是褒是贬”里照实回答。',
  },
  fields: [
    prose('what', '一 发生了什么'),
    {
      name: 'rule',
      label: '二 违反哪条规定',
      type: 'group',
      fields: [line('law', '法规名称'), line('article', '条款'), prose('text', '条文'), webAddress('url', '条文链接')],
    },
    {
      name: 'costs',
      label: '三 付出什么代价',
      type: 'array',
      labels: { singular: '代价', plural: '代价' },
      maxRows: 3,
      fields: [
        line('figure', '数字', { required: true, maxLength: 12 }),
        line('label', '说明', { required: true, maxLength: 16 }),
      ],
    },
    {
      name: 'mend',
      label: '四 怎样改过来',
      type: 'array',
      labels: { singular: '一步', plural: '步骤' },
      fields: [day('date', '日期', { required: true }), line('text', '做了什么', { required: true, maxLength: 40 })],
    },
  ],
};

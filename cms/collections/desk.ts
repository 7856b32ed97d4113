import { APIError, type Field, type GlobalConfig } from 'payload';
import { personOf } from '../access/person-of.ts';
import { line } from '../fields/own-words.ts';

const hours = (name: string, label: string, max: number, description = '工作时间的小时数；不填用默认值。'): Field => ({
  name,
  label,
  type: 'number',
  min: 1,
  max,
  admin: { description, width: '50%' },
});

/** 审签设置: the explicit choices of an office. What is empty follows `content/review.yaml`. */
export const desk: GlobalConfig = {
  slug: 'desk',
  label: '审签设置',
  admin: { group: '站务', hideAPIURL: true, description: '只有管理员可以改，改动即时生效。' },
  access: {
    read: ({ req }) => personOf(req) !== null,
    update: ({ req }) => personOf(req)?.roles.includes('admin') ?? false,
  },
  hooks: {
    beforeValidate: [
      ({ data, originalDoc }) => {
        const next = { ...originalDoc, ...data };
        if (next.smallOffice && !String(next.smallOfficeBasis ?? '').trim())
          throw new APIError('启用两人审签要写明依据：请填准许这样做的文件名称和文号。', 422, null, true);
        return data;
      },
    ],
  },
  fields: [
    {
      name: 'smallOffice',
      label: '启用两人审签（小单位）',
      type: 'checkbox',
      defaultValue: false,
      admin: {
        description:
          '启用后，同一个人可以先后做初审和复审，终审必须是另一个人；采编仍不能审自己的稿件。这样签发的稿件会公开写明“本单位实行两人审签”。',
      },
    },
    {
      ...line('smallOfficeBasis', '依据的文件', {
        maxLength: 80,
        description: '例如 《关于小单位信息发布审签的通知》（示例发〔2026〕1号）。启用两人审签必须填写。',
      }),
    },
    { type: 'row', fields: [hours('hoursFirst', '初审时限', 200), hours('hoursSecond', '复审时限', 200)] },
    { type: 'row', fields: [hours('hoursFinal', '终审时限', 200), hours('hoursSecrecy', '保密审查时限', 200)] },
    {
      type: 'row',
      fields: [
        hours('urgentHours', '紧急更正时限', 720, '签发后多少小时以内可以两人紧急更正；不填用默认值。'),
        hours(
          'unsignHours',
          '撤销签发时限',
          72,
          '签发后多少小时以内、还没有任何渠道发出时，签发人可以撤销自己的签发；不填用默认值。',
        ),
      ],
    },
  ],
};

import type { CollectionConfig } from 'payload';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { noteNoticeGone } from '../store/calendar-changes.ts';
import { access } from '../access/access.ts';
import { publicRows } from '../texts/public-rows.ts';
import { idField } from '../fields/id-field.ts';
import { anyText, type Choice } from '../fields/choice.ts';
import { day, whole } from '../fields/own-words.ts';
import type { Held } from '../columns/stored.ts';

/** A person's record that the notice of an annual occasion has arrived; until then its date is only proposed. */
export const occasionNotices = (occasions: Choice[]): CollectionConfig => ({
  slug: 'occasion-notices',
  labels: { singular: '节点通知', plural: '节点通知' },
  admin: {
    group: '宣传',
    useAsTitle: 'key',
    defaultColumns: ['occasion', 'year', 'start', 'end', 'docNo'],
    description:
      '每年由通知确定日期的节点，收到通知后在这里登记，再由第二人同意，网站上的日期才算确认；之前网站上还是原来的。',
  },
  access: access('occasion-notices'),
  defaultSort: '-year',
  disableDuplicate: true,
  hooks: {
    beforeValidate: [
      ({ data, originalDoc }) => ({
        ...data,
        key: `${data?.year ?? originalDoc?.year}/${data?.occasion ?? originalDoc?.occasion}`,
      }),
    ],
    // What waited for a second person stood in no calendar: that it is gone is no change. Comes before its copy goes.
    afterDelete: [
      async ({ doc, req }) => {
        const gone = doc as { id: string; key: string; writers?: Held<'writers'> };
        if ((await publicRows(req.payload, 'occasion-notices', [gone])).length > 0)
          await noteNoticeGone(req.payload, gone.key, systemClock.now());
      },
    ],
    beforeChange: [({ data, req }) => (req.user ? { ...data, confirmedBy: req.user.name } : data)],
  },
  fields: [
    idField,
    { name: 'key', type: 'text', unique: true, required: true, label: '年份和节点', admin: { hidden: true } },
    {
      name: 'occasion',
      label: '节点',
      type: 'select',
      required: true,
      options: occasions,
      typescriptSchema: anyText,
      index: true,
    },
    { ...whole('year', '年份', { min: 2000, max: 2099, required: true }), index: true },
    day('start', '开始', {
      required: true,
      judge: (start, { year }) =>
        typeof year === 'number' && Number(start.slice(0, 4)) !== year
          ? `开始日期“${start}”不在${year}年：请核对年份和日期。`
          : null,
    }),
    day('end', '结束', {
      required: true,
      judge: (end, { start }) => (typeof start === 'string' && end < start ? '结束日期不能早于开始日期。' : null),
    }),
    {
      name: 'docNo',
      label: '通知文号',
      type: 'text',
      required: true,
      admin: { description: '例如 发改办财金〔2026〕12号。' },
    },
    {
      name: 'confirmedBy',
      label: '登记人',
      type: 'text',
      admin: { readOnly: true },
      access: { create: () => false, update: () => false },
    },
  ],
});

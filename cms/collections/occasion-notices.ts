import type { CollectionConfig } from 'payload';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { noteNoticeGone } from '../store/calendar-changes.ts';
import { access } from '../access/access.ts';
import { publicRows } from '../texts/public-rows.ts';
import { idField } from '../fields/id-field.ts';
import { anyText, type Choice } from '../fields/choice.ts';
import { day } from '../fields/own-words.ts';
import type { Held } from '../columns/stored.ts';

/** A person's record that the notice of an annual occasion has arrived; until then its date is only proposed. */
export const occasionNotices = (occasions: Choice[]): CollectionConfig => ({
  slug: 'occasion-notices',
  labels: { singular: '节点通知', plural: '节点通知' },
  admin: {
    group: '宣传',
    useAsTitle: 'key',
    defaultColumns: ['occasion', 'year', 'start', 'end', 'docNo'],
    description: '每年由通知确定日期的节点，收到通知后在这里登记，再由第二人同意，网站上的日期才算确认；之前网站上还是原来的。',
  },
  access: access('occasion-notices'),
  defaultSort: '-year',
  hooks: {
    beforeValidate: [({ data, originalDoc }) => ({ ...data, key: `${data?.year ?? originalDoc?.year}/${data?.occasion ?? originalDoc?.occasion}` })],
    // What waited for a second person stood in no calendar: that it is gone is no change. Comes before its copy goes.
    afterDelete: [async ({ doc, req }) => {
      const gone = doc as { id: string; key: string; writers?: Held<'writers'> };
      if ((await publicRows(req.payload, 'occasion-notices', [gone])).length > 0) await noteNoticeGone(req.payload, gone.key, systemClock.now());
    }],
    beforeChange: [({ data, req }) => (req.user ? { ...data, confirmedBy: req.user.name } : data)],
  },
  fields: [
    idField,
    { name: 'key', type: 'text', unique: true, required: true, label: '年份/节点', admin: { hidden: true } },
    { name: 'occasion', label: '节点', type: 'select', required: true, options: occasions, typescriptSchema: anyText, index: true },
    { name: 'year', label: '年份', type: 'number', required: true, min: 2000, max: 2099, index: true },
    day('start', '开始', { required: true }),
    {
      ...day('end', '结束', { required: true }),
      validate: (value: string | null | undefined, { data }: { data: unknown }) => {
        const start = (data as { start?: string }).start ?? '';
        return (value ?? '') >= start || '结束日期不能早于开始日期。';
      },
    } as CollectionConfig['fields'][number],
    { name: 'docNo', label: '通知文号', type: 'text', required: true, admin: { description: '例如 发改办财金〔2026〕12号。' } },
    { name: 'confirmedBy', label: '登记人', type: 'text', admin: { readOnly: true }, access: { create: () => false, update: () => false } },
  ],
});

import type { CollectionConfig } from 'payload';
import { access } from '../access/access.ts';
import { againEndpoint } from '../checking/nightly/again-endpoint.ts';
import { idField } from '../fields/id-field.ts';
import { heldFindingsDoor } from '../checking/memory/judged-door.ts';
import { nightlyFindingsDoor } from '../checking/nightly/nightly-finding.ts';
import { eitherDoor } from '../columns/either-door.ts';
import { jsonColumn } from '../columns/json-column.ts';

/** 巡查记录: what the nightly check of everything live found, and signed versions that were held back. Written by the system alone. */
export const checkRuns: CollectionConfig = {
  slug: 'check-runs',
  labels: { singular: '巡查记录', plural: '巡查记录' },
  admin: {
    group: '站务',
    useAsTitle: 'key',
    defaultColumns: ['key', 'kind', 'startedAt', 'finishedAt', 'checked', 'blocked', 'warned'],
    description: '每天夜里对全部在线内容的巡查，和上线前被拦下的签发稿。处理办法在“今日”的警报里。',
    components: { beforeListTable: ['/admin/checking/LookAgain.tsx#LookAgain'] },
  },
  access: access('check-runs'),
  defaultSort: '-startedAt',
  lockDocuments: false,
  disableDuplicate: true,
  endpoints: [againEndpoint],
  fields: [
    idField,
    // The civil day of a nightly run, or `hold:<release>`: who inserts it does it.
    { name: 'key', label: '日期或编号', type: 'text', required: true, unique: true },
    {
      name: 'kind',
      label: '种类',
      type: 'select',
      required: true,
      index: true,
      options: [
        { value: 'nightly', label: '夜间巡查' },
        { value: 'hold', label: '上线前拦下' },
      ],
    },
    { name: 'startedAt', label: '开始', type: 'date', required: true },
    {
      name: 'finishedAt',
      label: '结束',
      type: 'date',
      admin: { description: '空着：正在进行，或中途停下等下一分钟接着做。' },
    },
    { name: 'checked', label: '查了多少', type: 'number' },
    { name: 'blocked', label: '必须处理', type: 'number' },
    { name: 'warned', label: '提醒', type: 'number' },
    { name: 'lexicons', label: '用的词表', type: 'textarea' },
    jsonColumn(eitherDoor([nightlyFindingsDoor, heldFindingsDoor]), {
      name: 'findings',
      label: '发现的问题',
      admin: { components: { Field: '/admin/checking/RunFindings.tsx#RunFindings' } },
    }),
  ],
};

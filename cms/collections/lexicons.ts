import type { CollectionConfig } from 'payload';
import { access } from '../access/access.ts';
import { askForEdition } from '../checking/lexicons/ask-for-edition.ts';
import { lexiconEndpoints } from '../checking/lexicons/endpoints.ts';
import { entriesDoor, entriesProblem } from '../checking/lexicons/entries.ts';
import { idField } from '../fields/id-field.ts';
import { day, line } from '../fields/own-words.ts';
import { jsonColumn } from '../columns/json-column.ts';

const groups = [
  { value: 'insult', label: '侮辱性词语' },
  { value: 'wording', label: '用字用词' },
  { value: 'ai-mark', label: '人工智能痕迹' },
];

/** 词表: what the checks look for besides the law, with what an inspector asks for first: whose it is and of when. */
export const lexicons: CollectionConfig = {
  slug: 'lexicons',
  labels: { singular: '词表', plural: '词表' },
  admin: {
    group: '站务',
    useAsTitle: 'title',
    defaultColumns: ['title', 'group', 'edition', 'owner', 'starter', 'active'],
    description:
      '送审、签发、上线时和每天夜里用来核对的词。随产品带来的只是起步词表，上线前请用本市核定的替换。改动词条请同时写明新的版次；改过的词条，以前认定“不是问题”的地方会再问一次。',
    components: { beforeListTable: ['/admin/checking/LexiconImport.tsx#LexiconImport'] },
  },
  access: access('lexicons'),
  defaultSort: 'slug',
  disableDuplicate: true,
  versions: { drafts: false, maxPerDoc: 30 },
  hooks: { beforeChange: [askForEdition] },
  endpoints: lexiconEndpoints,
  fields: [
    idField,
    {
      ...line('slug', '短名', { required: true, description: '出现在检查结果里，定下后不能再改，例如 local-terms。' }),
      unique: true,
      access: { update: () => false },
      validate: (value: string | null | undefined) =>
        /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value ?? '') || '短名只能用小写字母、数字和短横线，例如 local-terms。',
    } as CollectionConfig['fields'][number],
    line('title', '名称', { required: true, maxLength: 40 }),
    { name: 'group', label: '种类', type: 'select', required: true, defaultValue: 'wording', options: groups },
    {
      type: 'row',
      fields: [
        day('edition', '版次', { required: true, description: '这一版定下的日期，写成 2026-11-21 这样。' }),
        line('owner', '归谁管', { required: true, maxLength: 40 }),
      ],
    },
    line('source', '依据', { required: true, maxLength: 200, description: '词条从哪里来：文件名称、文号或提供单位。' }),
    {
      name: 'confidence',
      label: '把握',
      type: 'number',
      required: true,
      defaultValue: 0.9,
      min: 0,
      max: 1,
      admin: { description: '0 到 1；没有和原文核对过的写低一些。' },
    },
    { name: 'active', label: '使用这张词表', type: 'checkbox', defaultValue: true },
    { name: 'files', type: 'ui', admin: { components: { Field: '/admin/checking/LexiconFiles.tsx#LexiconFiles' } } },
    // One value, not rows of a table: lists of ten thousand words come from providers.
    jsonColumn(entriesDoor, {
      name: 'entries',
      label: '词条',
      required: true,
      defaultValue: [],
      validate: entriesProblem,
      admin: { components: { Field: '/admin/checking/LexiconEntries.tsx#LexiconEntries' } },
    }),
    // From content/lexicons/ and never touched by a person since: a newer edition there may replace it.
    {
      name: 'starter',
      label: '起步词表',
      type: 'checkbox',
      defaultValue: false,
      access: { create: () => false, update: () => false },
      admin: { readOnly: true, position: 'sidebar', description: '随产品带来，还没有人改过或换过。' },
    },
  ],
};

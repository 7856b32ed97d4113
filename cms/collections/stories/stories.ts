import type { CollectionConfig } from 'payload';
import { access } from '../../access/access.ts';
import { findingEndpoints } from '../../checking/memory/endpoints.ts';
import { sourceEndpoint } from '../../checking/reprints/endpoint.ts';
import { storyKinds } from '../../story/facts.ts';
import { previewEndpoints } from '../../preview/endpoints.ts';
import { reviewEndpoints } from '../../desk/endpoints.ts';
import { answerField } from '../answer-field.ts';
import { idField } from '../../fields/id-field.ts';
import { day, line, prose, webAddress, words } from '../../fields/own-words.ts';
import { disclosureFacts, originFields } from './disclosure.ts';
import { caseFacts, lessonFacts, roleModelFacts } from './facts.ts';
import { dropReviewPapers, followEdits, keepReleased } from './hooks.ts';
import { longestText } from '../within-length.ts';
import { fillSearchText } from './fill-search-text.ts';
import { keepReleasedOutOfTrash } from './keep-out-of-trash.ts';
import { workflowFields } from './workflow.ts';

const kinds = [...Object.entries(storyKinds).map(([value, label]) => ({ value, label })), { value: 'material', label: '教学材料' }];
const categories = ['信用政策法规', '信用知识', '典型案例', '信用工作成果'].map((value) => ({ value, label: value }));

/** 稿件: what staff write. The public never sees these rows, only releases made from them at 终审签发. */
export const stories: CollectionConfig = {
  slug: 'stories',
  labels: { singular: '稿件', plural: '稿件' },
  admin: {
    group: '内容',
    useAsTitle: 'title',
    listSearchableFields: ['title', 'searchText'],
    defaultColumns: ['title', 'kind', 'column', 'stage', 'updatedAt'],
    description: '写好后送审：初审、复审、终审由三个人分别完成，另有保密审查，签发后自动上线。',
  },
  access: access('stories'),
  defaultSort: '-updatedAt',
  versions: { drafts: false, maxPerDoc: 30 },
  trash: true,
  hooks: { beforeChange: [keepReleasedOutOfTrash, followEdits, fillSearchText], beforeDelete: [keepReleased], afterDelete: [dropReviewPapers] },
  endpoints: [...previewEndpoints, ...reviewEndpoints, ...findingEndpoints, sourceEndpoint],
  fields: [
    idField,
    line('title', '标题', { required: true, maxLength: 32 }),
    {
      type: 'row',
      fields: [
        { name: 'kind', label: '种类', type: 'select', required: true, index: true, options: kinds },
        { name: 'column', label: '栏目', type: 'relationship', relationTo: 'columns', index: true, filterOptions: ({ data }) => (data.kind ? { kinds: { in: [data.kind] } } : true) },
        { name: 'category4', label: '宣传类别', type: 'select', options: categories },
      ],
    },
    { name: 'summary', label: '摘要', type: 'textarea', maxLength: 54, admin: { description: '五十四个字以内；不写人名、证号、案号。' } },
    { name: 'body', label: '正文', type: 'richText' },
    { name: 'cover', label: '题图', type: 'upload', relationTo: 'media' },
    answerField,
    roleModelFacts,
    caseFacts,
    disclosureFacts,
    lessonFacts,
    words('tags', '标签', { maxRows: 6 }),
    {
      type: 'row',
      fields: [line('source', '来源', { maxLength: 24 }), webAddress('sourceUrl', '来源网址'), line('authorName', '作者', { maxLength: 16 })],
    },
    {
      type: 'row',
      fields: [
        { name: 'reprint', label: '这是转载稿', type: 'checkbox', defaultValue: false, index: true, admin: { description: '从别的媒体转来的：要写明首发媒体和原文网址，标题不能改动。' } },
        { name: 'usedAi', label: '使用了人工智能', type: 'checkbox', defaultValue: false, admin: { description: '文字或图片由人工智能生成、合成的，如实勾选，并在文中写明“由AI生成”。' } },
      ],
    },
    { ...line('originalTitle', '原文标题', { maxLength: 80 }), admin: { condition: (data: { reprint?: unknown }) => data.reprint === true } } as CollectionConfig['fields'][number],
    { name: 'embargo', label: '媒体刊发不得早于', type: 'date', admin: { description: '只对报社、电视台、新闻网站：供稿时写明不得早于这个时间刊发。不填就是收到即可刊发。', date: { pickerAppearance: 'dayAndTime', displayFormat: 'yyyy-MM-dd HH:mm' } } },
    {
      name: 'corrections',
      label: '更正记录',
      type: 'array',
      labels: { singular: '更正', plural: '更正' },
      admin: { description: '上线后改了事实，在这里写明，会公开显示。' },
      fields: [day('date', '日期', { required: true }), line('was', '原文', { required: true }), line('now', '改为', { required: true }), prose('note', '说明')],
    },
    ...workflowFields,
    originFields,
    // As long as the story itself, whose length is told at the text (`within-length.ts`).
    { name: 'searchText', label: '摘要、正文、人名、编号', type: 'textarea', maxLength: 4 * longestText, access: { create: () => false, update: () => false }, admin: { hidden: true, disableBulkEdit: true } },
    { name: 'releases', label: '签发稿', type: 'join', collection: 'releases', on: 'story', defaultSort: '-version', maxDepth: 0, admin: { allowCreate: false, defaultColumns: ['version', 'signedAt', 'signedBy'] } },
  ],
};

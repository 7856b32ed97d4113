import type { CollectionConfig } from 'payload';
import { optionsOf } from '../../fields/options-of.ts';
import { access } from '../../access/access.ts';
import { findingEndpoints } from '../../checking/memory/endpoints.ts';
import { sourceEndpoint } from '../../checking/reprints/endpoint.ts';
import { storyKinds } from '../../story/facts.ts';
import { previewEndpoints } from '../../preview/endpoints.ts';
import { reviewEndpoints } from '../../desk/endpoints.ts';
import { contentLabels } from '../../story/fields/content-names.ts';
import { formFields } from '../../story/fields/derive.ts';
import { ownFacts } from '../../story/fields/own.ts';
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

const kinds = [...optionsOf(storyKinds), { value: 'material', label: '教学材料' }];

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
  hooks: {
    beforeChange: [keepReleasedOutOfTrash, followEdits, fillSearchText],
    beforeDelete: [keepReleased],
    afterDelete: [dropReviewPapers],
  },
  endpoints: [...previewEndpoints, ...reviewEndpoints, ...findingEndpoints, sourceEndpoint],
  fields: [
    idField,
    line('title', contentLabels.title, { required: true, maxLength: 32 }),
    {
      type: 'row',
      fields: [
        { name: 'kind', label: contentLabels.kind, type: 'select', required: true, index: true, options: kinds },
        {
          name: 'column',
          label: contentLabels.column,
          type: 'relationship',
          relationTo: 'columns',
          index: true,
          filterOptions: ({ data }) => (data.kind ? { kinds: { in: [data.kind] } } : true),
        },
        ownFacts.category4.field('category4'),
      ],
    },
    {
      name: 'summary',
      label: contentLabels.summary,
      type: 'textarea',
      maxLength: 54,
      admin: { description: '五十四个字以内；不写人名、证号、案号。' },
    },
    { name: 'body', label: contentLabels.body, type: 'richText' },
    { name: 'cover', label: contentLabels.cover, type: 'upload', relationTo: 'media' },
    answerField,
    roleModelFacts,
    caseFacts,
    disclosureFacts,
    lessonFacts,
    words('tags', contentLabels.tags, { maxRows: 6 }),
    {
      type: 'row',
      fields: [
        line('source', contentLabels.source, { maxLength: 24 }),
        webAddress('sourceUrl', contentLabels.sourceUrl),
        line('authorName', contentLabels.authorName, { maxLength: 16 }),
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'reprint',
          label: contentLabels.reprint,
          type: 'checkbox',
          defaultValue: false,
          index: true,
          admin: { description: '从别的媒体转来的：要写明首发媒体和原文网址，标题不能改动。' },
        },
        {
          name: 'usedAi',
          label: contentLabels.usedAi,
          type: 'checkbox',
          defaultValue: false,
          admin: { description: '文字或图片由人工智能生成、合成的，如实勾选，并在文中写明“由AI生成”。' },
        },
      ],
    },
    {
      ...line('originalTitle', contentLabels.originalTitle, { maxLength: 80 }),
      admin: { condition: (data: { reprint?: unknown }) => data.reprint === true },
    } as CollectionConfig['fields'][number],
    ...formFields(ownFacts, ['category4']),
    {
      name: 'corrections',
      label: contentLabels.corrections,
      type: 'array',
      labels: { singular: '更正', plural: '更正' },
      // What readers of one story were told was wrong, readers of a copy have never read.
      hooks: { beforeDuplicate: [() => []] },
      admin: { description: '上线后改了事实，在这里写明，会公开显示。' },
      fields: [
        day('date', '日期', { required: true }),
        line('was', '原文', { required: true }),
        line('now', '改为', { required: true }),
        prose('note', '说明'),
      ],
    },
    ...workflowFields,
    originFields,
    // As long as the story itself, whose length is told at the text (`within-length.ts`).
    {
      name: 'searchText',
      label: '摘要、正文、人名、编号',
      type: 'textarea',
      maxLength: 4 * longestText,
      access: { create: () => false, update: () => false },
      admin: { hidden: true, disableBulkEdit: true },
    },
    {
      name: 'releases',
      label: '签发稿',
      type: 'join',
      collection: 'releases',
      on: 'story',
      defaultSort: '-version',
      maxDepth: 0,
      admin: { allowCreate: false, defaultColumns: ['version', 'signedAt', 'signedBy'] },
    },
  ],
};

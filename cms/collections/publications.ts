import type { CollectionConfig } from 'payload';
import { access } from '../access/access.ts';
import { idField } from '../fields/id-field.ts';
import { optionsOf } from '../fields/options-of.ts';
import { publicationWords } from '../words/publication-words.ts';
import { longestText } from './within-length.ts';
import { numberStory } from './stories/number-story.ts';
import { jsonColumn } from '../columns/json-column.ts';
import { cardDoor } from '../release/card-door.ts';
import { copiesDoor } from '../story/copies-door.ts';

/**
 * The read model: one row a story, made from its newest release by `cms/publication/publish.ts` and made anew whenever it
 * does not agree with it. Nothing here is a source of truth except `serial` and `firstPublishedAt`, which never change.
 */
export const publications: CollectionConfig = {
  slug: 'publications',
  labels: { singular: '已上线', plural: '已上线' },
  admin: {
    group: '内容',
    useAsTitle: 'title',
    defaultColumns: ['serial', 'title', 'state', 'publishedAt'],
    description: '网站上现在能看到什么。由系统根据签发稿生成。',
  },
  access: access('publications'),
  defaultSort: '-firstPublishedAt',
  lockDocuments: false,
  disableDuplicate: true,
  hooks: { afterChange: [numberStory] },
  indexes: [
    { fields: ['state', 'column', 'firstPublishedAt'] },
    { fields: ['state', 'kind', 'firstPublishedAt'] },
    { fields: ['state', 'firstPublishedAt'] },
    // What is over, each minute, without looking at all the rest.
    { fields: ['state', 'until'] },
  ],
  fields: [
    idField,
    { name: 'story', label: '稿件', type: 'relationship', relationTo: 'stories', required: true, unique: true },
    { name: 'release', label: '签发稿', type: 'relationship', relationTo: 'releases', required: true, index: true },
    { name: 'serial', label: '编号', type: 'number', required: true, unique: true },
    {
      name: 'state',
      label: '状态',
      type: 'select',
      required: true,
      options: optionsOf(publicationWords),
    },
    { name: 'kind', label: '种类', type: 'text', required: true },
    { name: 'column', label: '栏目', type: 'text' },
    { name: 'title', label: '标题', type: 'text', required: true },
    { name: 'summary', label: '摘要', type: 'textarea' },
    { name: 'firstPublishedAt', label: '首次上线', type: 'date', required: true },
    { name: 'publishedAt', label: '本版上线', type: 'date', required: true },
    { name: 'month', label: '月份', type: 'text', required: true, index: true },
    { name: 'batch', label: '批次', type: 'text', index: true },
    { name: 'lessonStage', label: '学段', type: 'text', index: true },
    { name: 'lessonTheme', label: '主题', type: 'text', index: true },
    // Everything a list shows, so that no list needs a second query.
    jsonColumn(cardDoor, { name: 'card', required: true, admin: { hidden: true } }),
    // Ids with a space between: a list would need a second table on SQLite.
    { name: 'pictures', type: 'text', admin: { hidden: true } },
    { name: 'searchText', type: 'textarea', maxLength: 4 * longestText, admin: { hidden: true } },
    // Channel copies of a withdrawn or corrected story and their state, for the public record.
    jsonColumn(copiesDoor, { name: 'copies', admin: { hidden: true } }),
    { name: 'corrected', label: '有更正', type: 'checkbox', required: true, defaultValue: false, index: true },
    // 定时上线: nothing of a waiting row is to be seen before this instant; readers compare it with the clock.
    { name: 'showFrom', label: '定时上线', type: 'date', index: true },
    // Gone at 00:00 of this day, or at this minute (`release/showing.ts`), whoever is asleep: readers compare it with the clock.
    // A day far off: it stands until taken back.
    { name: 'until', type: 'text', index: true, admin: { hidden: true } },
    { name: 'withdrawnAt', label: '撤回时间', type: 'date', index: true },
    { name: 'reason', label: '撤回说明', type: 'textarea' },
    { name: 'decidedBy', label: '撤回决定', type: 'text' },
  ],
};

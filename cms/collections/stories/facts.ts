import type { Field } from 'payload';
import { day, line, prose, webAddress } from '../../fields/own-words.ts';

const when = (kind: string) => ({ condition: (data: { kind?: unknown }) => data.kind === kind });

/** What readers learn of a role model besides the text. */
export const roleModelFacts: Field = {
  name: 'roleModel',
  label: '诚信典型资料',
  type: 'group',
  admin: when('role-model'),
  fields: [
    line('name', '姓名或单位', { maxLength: 9 }),
    line('category', '类别', { description: '例如 诚信人物、诚信企业、优秀志愿者。' }),
    line('batch', '发布批次', { description: '例如 第十二批。' }),
    day('batchDate', '发布日期'),
    line('place', '地点', { maxLength: 20 }),
    line('recommendedBy', '推荐单位', { maxLength: 40 }),
    line('publicity', '公示情况', { maxLength: 40 }),
    line('consent', '本人同意情况', { maxLength: 40, description: '没有本人（未成年人为监护人）同意，不能发布。' }),
    day('consentUntil', '同意的有效期至', { description: '同意书写明了期限的，写期限的最后一天，如 2028-06-30；到期前一个月会提醒，到期当天起有警报。' }),
    line('recheck', '信用复核情况', { maxLength: 40 }),
  ],
};

/** The four steps of a warning case. */
export const caseFacts: Field = {
  name: 'caseSteps',
  label: '案例四步',
  type: 'group',
  admin: { ...when('case'), description: '默认隐去姓名、单位和可以认出人的细节；写了的，在“认得出谁，是褒是贬”里照实回答。' },
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
      fields: [line('figure', '数字', { required: true, maxLength: 12 }), line('label', '说明', { required: true, maxLength: 16 })],
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

/** What a teacher must know before taking a lesson. */
export const lessonFacts: Field = {
  name: 'lesson',
  label: '教学材料资料',
  type: 'group',
  admin: when('material'),
  fields: [
    {
      name: 'stage',
      label: '学段',
      type: 'select',
      options: ['小学低年级', '小学高年级', '初中', '高中', '中职', '高校', '成人'].map((value) => ({ value, label: value })),
    },
    line('theme', '主题', { maxLength: 12 }),
    line('subject', '学科', { maxLength: 12 }),
    { name: 'duration', label: '时长（分钟）', type: 'number', min: 10, max: 240 },
    line('licence', '使用许可', { maxLength: 24, description: '例如 CC BY-NC 4.0。' }),
    webAddress('licenceUrl', '许可全文网址'),
  ],
};

import type { FileKind } from './file-kind.ts';

/** A day or week of the year: its rule dates it at once, what is said of it waits. */
export const occasionKind = {
  noun: '节点说明',
  title: 'name',
  fields: {
    name: { label: '名称', is: 'text' },
    organiser: { label: '主办单位', is: 'text' },
    ruleText: { label: '日期规则的说明', is: 'text' },
    source: { label: '出处', is: 'text' },
    confidence: { label: '把握', is: 'number' },
    since: { label: '始于哪一年', is: 'number' },
    'ordinal.base': { label: '届次从哪一年算', is: 'number' },
    'ordinal.pattern': { label: '届次写法', is: 'text' },
  },
  machine: {
    slug: '短名，和文件名一样',
    rule: '日期规则',
    span: '放假天数和安排',
    quiet: '静默日',
    phases: '做活动时带出的天数',
    edition: '只给编辑看的版本',
    otherDates: '只给编辑看的另一种日期',
    notes: '只给编辑看的备注',
  },
  neutral: null,
} as const satisfies FileKind;

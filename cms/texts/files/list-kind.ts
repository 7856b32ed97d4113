import type { FileKind } from './file-kind.ts';

/** The explainer of a list of the law: one that nobody has agreed to is not there. */
export const listKind = {
  noun: '名单说明',
  title: 'name',
  fields: {
    name: { label: '名称', is: 'text' },
    authority: { label: '认定机关', is: 'text' },
    summary: { label: '摘要', is: 'text' },
    who: { label: '什么人会被列入', is: 'text' },
    fields: { label: '公布哪些内容', is: 'text' },
    personId: { label: '个人信息', is: 'text' },
    period: { label: '期限', is: 'text' },
    exit: { label: '怎样移出', is: 'text' },
    basis: {
      label: '依据',
      is: 'rows',
      parts: { title: '名称', docNo: '文号', article: '条款', effective: '施行', source: '来源', confidence: '把握' },
    },
    catalogItem: { label: '目录条目', is: 'text' },
    catalogEdition: { label: '目录版本', is: 'text' },
    officialUrl: { label: '公布的网址', is: 'text' },
    officialName: { label: '公布的网站', is: 'text' },
    checkedOn: { label: '核对日期', is: 'text' },
  },
  machine: { slug: '短名，和文件名一样', mode: '只能是“只链接”', answer: '给检查用的答案，不印出来' },
  neutral: null,
} as const satisfies FileKind;

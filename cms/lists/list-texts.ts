import type { CheckedText } from '../checks/checked-text.ts';
import type { ListType } from '../story/list-type.ts';

const labels = {
  name: '名称',
  authority: '认定机关',
  summary: '摘要',
  who: '什么人会被列入',
  fields: '公布哪些内容',
  personId: '个人信息',
  period: '期限',
  exit: '怎样移出',
  catalogItem: '目录条目',
  officialName: '公布的网站',
} as const;

type Field = keyof typeof labels;
type Texts = Pick<ListType, Field | 'basis'>;

/** Everything of a list's explainer that readers get to see, each with the place in its file. */
export const listTexts = (list: Texts): (CheckedText & { path: (string | number)[] })[] => [
  ...(Object.keys(labels) as Field[]).map((field) => ({
    path: [field],
    field: labels[field],
    text: list[field],
    at: () => labels[field],
  })),
  ...list.basis.map(({ article, docNo, source, title }, i) => ({
    path: ['basis', i],
    field: `依据第${i + 1}项`,
    text: [title, docNo, article, source].join('\n'),
    at: () => `依据第${i + 1}项`,
  })),
];

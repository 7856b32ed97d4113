/**
 * The fields of a story that reviewers judge, with their names on the form; everything else on a story is bookkeeping.
 * No schemas here: the browser reads it too.
 */
export const contentLabels = {
  title: '标题',
  kind: '种类',
  column: '栏目',
  category4: '宣传类别',
  summary: '摘要',
  body: '正文',
  cover: '题图',
  roleModel: '诚信典型资料',
  caseSteps: '案例四步',
  lesson: '教学材料资料',
  tags: '标签',
  source: '来源',
  sourceUrl: '来源网址',
  authorName: '作者',
  corrections: '更正记录',
  embargo: '媒体刊发不得早于',
  answer: '认得出谁，是褒是贬',
  disclosure: '写人写单位的依据',
  reprint: '这是转载稿',
  originalTitle: '原文标题',
  usedAi: '使用了人工智能',
} as const;

export type ContentName = keyof typeof contentLabels;

const isName = (name: string): name is ContentName => name in contentLabels;
export const contentNames: readonly ContentName[] = Object.keys(contentLabels).filter(isName);

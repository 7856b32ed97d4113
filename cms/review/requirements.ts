import type { Story } from '../payload-types.ts';
import type { Answer } from '../story/answer.ts';
import { missingFacts } from '../story/fields/derive.ts';
import { lessonFacts } from '../story/fields/lesson.ts';
import { ownFacts } from '../story/fields/own.ts';
import { roleModelFacts } from '../story/fields/role-model.ts';
import { formAnswer } from '../story/form-answer.ts';
import { cleanLine } from '../words/clean-line.ts';
import { isRichText, type RichNode } from '../rich-text/node.ts';

/** What a story lacks before it may be handed in or signed: one sentence each, empty when nothing. */
export function requirements(story: Story): string[] {
  return [...common(story), ...(byKind[story.kind]?.(story) ?? [])];
}

function common(story: Story): string[] {
  return [
    ...need(story.title, '请写标题：现在的标题里没有看得见的字。'),
    ...need(story.summary, '请写摘要。'),
    ...need(story.source, '请写明来源。'),
    ...need(story.authorName, '请写明作者。'),
    ...need(words(story.body), '正文还是空的，请先写正文。'),
    ...need(formAnswer(story), '请回答“认得出谁，是褒是贬”：能认出具体的人或单位吗，对它是褒是贬。'),
    ...missingFacts(ownFacts, story, shows),
    ...(story.kind === 'material' ? [] : need(story.column, '请选一个栏目。')),
  ];
}

const byKind: Partial<Record<Story['kind'], (story: Story) => string[]>> = {
  'role-model': ({ roleModel: facts, ...story }) => [
    ...fits(
      formAnswer(story),
      ({ tone, who }) => tone === 'praise' && who !== 'nobody',
      '诚信典型是表扬具体的人或单位：请把“认得出谁，是褒是贬”改成认得出个人或单位、褒。',
    ),
    ...missingFacts(roleModelFacts, facts, shows),
  ],
  case: ({ caseSteps: steps, ...story }) => [
    ...fits(
      formAnswer(story),
      ({ tone }) => tone === 'negative',
      '警示案例讲的是失信的事：请把“认得出谁，是褒是贬”里的褒贬改成“贬”；匿名的选“认不出任何人和单位”。',
    ),
    ...need(steps?.what, '请写案例第一步：发生了什么。'),
    ...need(steps?.rule?.law && steps.rule.article && steps.rule.text, '请写全案例第二步：法规名称、条款和条文。'),
    ...need(steps?.costs?.length, '请写案例第三步：至少一项代价。'),
    ...need(steps?.mend?.length, '请写案例第四步：怎样改过来。'),
  ],
  material: ({ lesson }) => missingFacts(lessonFacts, lesson, shows),
};

const need = (value: unknown, sentence: string): string[] => (shows(value) ? [] : [sentence]);
const fits = (answer: Answer | null, right: (answer: Answer) => boolean, sentence: string): string[] =>
  answer === null || right(answer) ? [] : [sentence];
/** Whether there is anything to see: blanks and hidden characters are nothing. */
const shows = (value: unknown): boolean => (typeof value === 'string' ? cleanLine(value) !== '' : Boolean(value));

function words(body: unknown): string {
  const walk = (node: RichNode): string =>
    (node.text ?? '') + (node.type === 'upload' ? '图' : '') + (node.children ?? []).map(walk).join('');
  return isRichText(body) ? cleanLine(walk(body.root)) : '';
}

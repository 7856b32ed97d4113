import { checkTexts } from '../checks/check-texts.ts';
import type { Finding } from '../checks/finding.ts';
import { plainLines } from '../rich-text/plain-lines.ts';
import { contentLabels } from '../story/fields/content-names.ts';
import { gatedFacts } from '../story/fields/derive.ts';
import { lessonFacts } from '../story/fields/lesson.ts';
import { ownFacts } from '../story/fields/own.ts';
import { roleModelFacts } from '../story/fields/role-model.ts';
import type { Story } from '../payload-types.ts';

/** What the checks find about people in everything a story says, by the beginning of the rule's name. */
export function caseFindings(story: Story, rules: string): Finding[] {
  const { caseSteps: steps, lesson, roleModel } = story;
  const texts = [
    ['标题', story.title],
    ['摘要', story.summary],
    ['正文', plainLines(story.body).join('\n')],
    ['案例第一步', steps?.what],
    ['案例第三步', (steps?.costs ?? []).map(({ label }) => label).join('\n')],
    ['案例第四步', (steps?.mend ?? []).map(({ text }) => text).join('\n')],
    [contentLabels.roleModel, gatedFacts(roleModelFacts, roleModel).join('\n')],
    [contentLabels.lesson, gatedFacts(lessonFacts, lesson).join('\n')],
    ['稿件资料', gatedFacts(ownFacts, story).join('\n')],
    ['标签', (story.tags ?? []).join('\n')],
    ['作者', story.authorName],
    ['更正记录', (story.corrections ?? []).map(({ was, now, note }) => `${was}\n${now}\n${note ?? ''}`).join('\n')],
  ] as const;
  return checkTexts(texts.flatMap(([field, text]) => (text ? [{ field, text }] : []))).filter(({ rule }) =>
    rule.startsWith(rules),
  );
}

/** One sentence a finding, without what was found. */
export const told = (findings: readonly Finding[]): string[] => [
  ...new Set(findings.map(({ at, mend }) => `${at.split(' ')[0] ?? ''}：${mend}`)),
];

import { checkTexts } from '../checks/check-texts.ts';
import type { Finding } from '../checks/finding.ts';
import { plainLines } from '../rich-text/plain-lines.ts';
import type { Story } from '../payload-types.ts';

/** What the checks find about people in everything a story says, by the beginning of the rule's name. */
export function caseFindings(story: Story, rules: string): Finding[] {
  const { caseSteps: steps, lesson, roleModel } = story;
  const texts = [
    ['标题', story.title], ['摘要', story.summary], ['正文', plainLines(story.body).join('\n')], ['案例第一步', steps?.what],
    ['案例第三步', (steps?.costs ?? []).map(({ label }) => label).join('\n')], ['案例第四步', (steps?.mend ?? []).map(({ text }) => text).join('\n')],
    ['诚信典型资料', [roleModel?.name, roleModel?.place, roleModel?.recommendedBy, roleModel?.publicity].filter(Boolean).join('\n')], ['教学材料资料', [lesson?.theme, lesson?.subject].filter(Boolean).join('\n')],
    ['标签', (story.tags ?? []).join('\n')], ['作者', story.authorName], ['更正记录', (story.corrections ?? []).map(({ was, now, note }) => `${was}\n${now}\n${note ?? ''}`).join('\n')],
  ] as const;
  return checkTexts(texts.flatMap(([field, text]) => (text ? [{ field, text }] : []))).filter(({ rule }) => rule.startsWith(rules));
}

/** One sentence a finding, without what was found. */
export const told = (findings: readonly Finding[]): string[] => [...new Set(findings.map(({ at, mend }) => `${at.split(' ')[0] ?? ''}：${mend}`))];

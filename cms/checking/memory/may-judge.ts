import type { Person } from '../../access/person.ts';
import type { MarkedFinding } from '../findings/marked-finding.ts';
import { hasNoOverride } from '../findings/no-override.ts';

export type Scope = 'story' | 'everywhere';

const has = ({ roles }: Pick<Person, 'roles'>, ...some: Person['roles']): boolean => some.some((role) => roles.includes(role));

/**
 * May this person say that a finding is no problem? Null, or one sentence why not. Pure. Warnings: the story's own
 * author and whoever reviews. What blocks, and what is to hold for all stories: 复审 and 管理员, never of one's own story.
 */
export function mayJudge(finding: Pick<MarkedFinding, 'rule' | 'level'>, scope: Scope, person: Person, isOwn: boolean): string | null {
  if (hasNoOverride(finding)) return '这一条法律没有留下例外，不能认定为“不是问题”：请照提示改稿。';
  if (scope === 'everywhere' && !has(person, 'reviewer2', 'admin')) return '只有复审人和管理员可以认定“所有稿件都不是问题”：可以先只认定这一篇。';
  if (finding.level === 'block') {
    if (!has(person, 'reviewer2', 'admin')) return '阻止发布的问题只能由复审人或管理员认定：请先照提示改稿，确属误报的请复审人核对。';
    return isOwn ? '不能自己认定自己稿件里阻止发布的问题：请另一位复审人或管理员核对。' : null;
  }
  return isOwn || has(person, 'reviewer1', 'reviewer2', 'signer', 'secrecy', 'admin') ? null : '只有这篇稿件的采编和审稿人可以核对提醒。';
}

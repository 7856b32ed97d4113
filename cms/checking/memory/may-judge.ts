import type { Person } from '../../access/person.ts';
import type { MarkedFinding } from '../findings/marked-finding.ts';
import { disagreementRule } from '../../question/disagreement-rule.ts';
import { judgesEverywhere } from './judges.ts';
import { hasNoOverride, isSecrecyReading } from '../findings/no-override.ts';

export type Scope = 'story' | 'everywhere';

const has = ({ roles }: Pick<Person, 'roles'>, ...some: Person['roles']): boolean =>
  some.some((role) => roles.includes(role));

/**
 * May this person say that a finding is no problem? Null, or one sentence why not. Pure. Warnings: the story's own
 * author and whoever reviews. What blocks, and what is to hold for all stories: 复审 and 管理员, never of one's own story.
 */
export function mayJudge(
  finding: Pick<MarkedFinding, 'rule' | 'level'>,
  scope: Scope,
  person: Person,
  isOwn: boolean,
): string | null {
  if (hasNoOverride(finding)) return '这一条不能认定为“不是问题”：请照提示改。';
  // Whom a text names, and what it says of them, is settled for this text alone, and by nobody who wrote on it.
  if (finding.rule === disagreementRule || isSecrecyReading(finding)) {
    if (!has(person, 'secrecy'))
      return finding.rule === disagreementRule
        ? '“认得出谁，是褒是贬”和文中看到的不一样，只有保密审查人可以判定：请改稿或改答案，确属看错的请保密审查人核对。'
        : '未成年人和封存的记录，法律没有留下例外；检查看错了的，只有保密审查人可以判定：请先照提示改稿，确属看错的请保密审查人核对。';
    if (isOwn) return '不能自己判定自己写或改过的稿件：请另一位保密审查人核对。';
    return scope === 'story' ? null : '这一条只能就这一篇判定：换一篇就是另一回事。';
  }
  if (scope === 'everywhere' && !has(person, ...judgesEverywhere))
    return '只有复审人和管理员可以认定“所有稿件都不是问题”：可以先只认定这一篇。';
  // A child who can be recognised: the guardian's paper, seen by a second person (个人信息保护法第三十一条).
  if (finding.rule === 'minor/consent' && isOwn)
    return '未成年人的姓名和学校写在了一起，写稿和改稿的人不能自己认定：请改稿，或者填好监护人的同意书，再请审稿人核对。';
  if (finding.level === 'block') {
    if (!has(person, 'reviewer2', 'admin'))
      return '阻止发布的问题只能由复审人或管理员认定：请先照提示改稿，确属误报的请复审人核对。';
    return isOwn ? '不能自己认定自己稿件里阻止发布的问题：请另一位复审人或管理员核对。' : null;
  }
  return isOwn || has(person, 'reviewer1', 'reviewer2', 'signer', 'secrecy', 'admin')
    ? null
    : '只有这篇稿件的采编和审稿人可以核对提醒。';
}

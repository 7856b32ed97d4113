import type { Finding } from '../checks/finding.ts';
import { blames, includesOrganisation, includesPerson, nothing, tell, type Answer } from '../story/answer.ts';
import { disagreementRule } from './disagreement-rule.ts';
import type { Seen, TextAnswer } from './text-answer.ts';

/**
 * Where the text says more than the form: one finding that blocks, or none. A form that says more than the text is simply
 * believed: the gates follow the stricter of the two.
 * @param form null while the question is open: then nobody is taken to be named
 */
export function disagreement(form: Answer | null, { answer, named, seen }: TextAnswer): Finding[] {
  const said = form ?? nothing;
  const blamed = seen.filter(
    ({ kind }) => !(blames(said) && (kind === 'person' ? includesPerson(said) : includesOrganisation(said))),
  );
  const isMinorMissing = answer.minor && !said.minor;
  const first = blamed[0];
  if (!first && !isMinorMissing) return form ? unanswered(form, named()) : [];
  return [
    {
      rule: disagreementRule,
      level: 'block',
      at: first?.at ?? '表单',
      text: [...new Set(blamed.map(({ name }) => name))].slice(0, 3).join('、'),
      mend: first
        ? mendBlame(
            form,
            blamed.map(({ kind }) => kind),
          )
        : mendMinor,
    },
  ];
}

/** Somebody is named where the form says that nobody can be recognised: of people, or of organisations. */
function unanswered(form: Answer, named: readonly Seen[]): Finding[] {
  if (form.who !== 'nobody') return [];
  const first = named[0];
  if (!first) return [];
  const text = [...new Set(named.map(({ name }) => name))].slice(0, 3).join('、');
  return [
    {
      rule: disagreementRule,
      level: 'block',
      at: first.at,
      text,
      mend: `文中写着具体的${first.kind === 'person' ? '人名' : '单位名称'}，而表单里“认得出谁，是褒是贬”答的是“${tell(form)}”。请照实改答“认得出…”，再答是褒、是贬还是不褒不贬；不该写出来的，改成“某人”“某单位”。检查看错了的，请保密审查人写明理由判定，写稿和改稿的人不能自己判定。`,
    },
  ];
}

const mendBlame = (form: Answer | null, kinds: readonly ('person' | 'organisation')[]): string => {
  const who = kinds.includes('person')
    ? kinds.includes('organisation')
      ? '具体的人和单位'
      : '具体的人'
    : '具体的单位';
  return `文中像是指名说了${who}的失信或违法的事，而表单里“认得出谁，是褒是贬”${form ? `答的是“${tell(form)}”` : '还没有回答'}。请删去姓名、名称和能认出来的细节，改成匿名；确需指名的，把答案改成“认得出…；贬”，再照提示补齐指名的依据。检查看错了的，请保密审查人写明理由判定，写稿和改稿的人不能自己判定。`;
};
const mendMinor =
  '文中像是写明了一个认得出来的未成年人，而表单里没有勾“有认得出来的未成年人”。请只写姓或“一名学生”；确需写明的，勾上并填监护人的同意。检查看错了的，请保密审查人写明理由判定。';

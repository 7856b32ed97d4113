import { caseFindings, told } from './case-findings.ts';
import { proofOf, type Gate } from './gate.ts';

/** Minors (未成年人保护法 §103): never named, never recognisable, no override. Looks at anonymous cases too. */
export const G08: Gate = (subject) => {
  if (subject.story.kind !== 'case') return [];
  const proof = proofOf(subject);
  return [
    ...(proof && !proof.subject ? ['请选当事人是单位还是成年人。'] : []),
    ...(proof?.subject === 'minor' ? ['当事人是未成年人：任何案例都不能指名，没有例外。'] : []),
    ...(proof?.subject === 'unknown' ? ['查不清当事人是否成年：不能指名，请改为匿名案例。'] : []),
    ...told(caseFindings(subject.story, 'minor/').filter(({ level }) => level === 'block')),
  ];
};

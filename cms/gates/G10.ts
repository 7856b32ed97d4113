import { caseFindings, told } from './case-findings.ts';
import { proofOf, type Gate } from './gate.ts';

/** Sealed records (治安管理处罚法 §136, 预防未成年人犯罪法 §59): never tied to anybody, no override. */
export const G10: Gate = (subject) => {
  if (subject.story.kind !== 'case') return [];
  const proof = proofOf(subject);
  const sealed = proof?.record === 'public-security' || proof?.record === 'sealed-crime';
  return [
    ...(proof && !proof.record ? ['请选记录的性质。'] : []),
    ...(sealed ? ['治安违法记录和封存的犯罪记录不得公开是谁：不能指名，没有例外。'] : []),
    ...told(caseFindings(subject.story, 'sealed/').filter(({ level }) => level === 'block')),
  ];
};

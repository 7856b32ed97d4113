import { lackingConsent } from '../nominations/lacking.ts';
import { consentOf, need, type Gate } from './gate.ts';

/** A child who can be recognised in a good story: the guardian's consent first (个人信息保护法 §31, 未成年人保护法 §72). */
export const G09: Gate = (subject) => {
  const { nomination, today } = subject;
  if (nomination) return lackingConsent(nomination, today);
  const { by, on, paper } = consentOf(subject);
  return [
    ...need(
      by && on && paper,
      '写到了认得出来的未成年人：请先取得监护人的书面同意，填写谁同意的、日期和同意书编号；没有同意的只写“一名学生”。',
    ),
    ...(by && by !== 'guardian' ? ['未成年人的同意要由监护人作出：请换成监护人签的同意书。'] : []),
    ...(on && on > today ? ['同意日期在今天以后，请核对。'] : []),
  ];
};

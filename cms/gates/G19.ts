import type { Gate } from './gate.ts';

/** What goes to schools blames nobody who can be recognised, and tells no sealed record (分类办法2026, 未成年人保护法 §74, §103); no override. What else schools may not get is the checks' business (`school/…`). */
export const G19: Gate = ({ forSchools }) =>
  forSchools
    ? [
        '给学校的内容不能指名批评任何人和单位，也不能有未成年人的案子和封存的记录，没有例外：请改成谁也认不出来的例子，再改答案。',
      ]
    : [];

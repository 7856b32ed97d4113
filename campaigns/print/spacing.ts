// Full-width marks fill half their square: the other half is blank, after closing marks and before opening ones.
const closing = new Set('，。、；：！？”’）》】」』〉');
const opening = new Set('“‘（《【「『〈');

export const opens = (char: string): boolean => opening.has(char);
export const closes = (char: string): boolean => closing.has(char);

const hanzi = /\p{Script=Han}/u;
const latin = /[A-Za-z0-9%‰]/;

/**
 * Space between two neighbours in em (look.md §3): two blanks that meet become one, and Chinese keeps a hair's breadth
 * from letters and digits.
 */
export function gap(before: string, after: string): number {
  if (closes(before) && (closes(after) || opens(after))) return -0.5;
  if (opens(before) && opens(after)) return -0.5;
  const mixed = (hanzi.test(before) && latin.test(after)) || (latin.test(before) && hanzi.test(after));
  return mixed ? 0.125 : 0;
}

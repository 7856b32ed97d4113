/** Nothing that anybody could see: blanks and zero-width signs are no title. */
export const isBlank = (text: string): boolean =>
  !/[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);

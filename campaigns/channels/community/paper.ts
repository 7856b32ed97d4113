/** Points. A3 is A4 enlarged by √2: one layout serves both. */
export const a4 = { width: 595.28, height: 841.89 };
export const a3Scale = 841.89 / 595.28;

/** `_x000D_` and the like: how a workbook writes characters that XML cannot hold (ECMA-376 §22.4.2.4). */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9a-fA-F]{4})_/g, (whole, hex: string) => {
    const point = parseInt(hex, 16);
    // A surrogate alone is no character.
    return point >= 0xd800 && point <= 0xdfff ? whole : String.fromCodePoint(point);
  });

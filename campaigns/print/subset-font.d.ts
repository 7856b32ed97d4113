declare module 'subset-font' {
  /** Cuts a font down to the characters of `text`; a variation axis given as a number is fixed there. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'truetype'; variationAxes?: Record<string, number>; noHinting?: boolean },
  ): Promise<Buffer>;
}

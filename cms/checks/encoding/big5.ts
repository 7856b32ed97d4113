const fewest = 12;

/**
 * Whether text that declares nothing is Big5 rather than GB18030: four of ten letters of Big5 end in a byte below 0x7f, which the
 * common letters of GBK never do, and nearly all begin in the narrow range of its common letters (A4–C6).
 */
export function looksBig5(bytes: Uint8Array): boolean {
  let letters = 0;
  let low = 0;
  let common = 0;
  const size = Math.min(bytes.length, 65_536);
  for (let i = 0; i + 1 < size; i += 1) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[i + 1] ?? 0;
    letters += 1;
    if (trail >= 0x40 && trail <= 0x7e) low += 1;
    // A1–A3 are its punctuation, C9–F9 its rare letters.
    if (lead >= 0xa1 && lead <= 0xc6) common += 1;
    i += 1;
  }
  return letters >= fewest && low > letters * 0.2 && common > letters * 0.85;
}

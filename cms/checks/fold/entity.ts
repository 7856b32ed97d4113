const named: Record<string, string> = {
  nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', hairsp: ' ', numsp: ' ', puncsp: ' ', shy: '', zwnj: '', zwj: '',
  middot: '·', bull: '•', ndash: '–', mdash: '—', hyphen: '-', dash: '-', minus: '-', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'",
  times: '×', ast: '*', lowbar: '_', period: '.', comma: ',', tab: ' ', newline: '\n',
};

/** A character reference at `at` (HTML §13.5) as far as it can hide a number; null for any other ampersand. */
export function entityAt(source: string, at: number): { end: number; stands: string } | null {
  const found = /^&(?:#(\d{1,7});?|#[xX]([0-9a-fA-F]{1,6});?|([a-zA-Z]{2,8});)/.exec(source.slice(at, at + 12));
  if (!found) return null;
  const [whole, decimal, hex, name] = found;
  const end = at + whole.length;
  if (name !== undefined) {
    const stands = named[name] ?? named[name.toLowerCase()];
    return stands === undefined ? null : { end, stands };
  }
  const point = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
  return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? { end, stands: String.fromCodePoint(point) } : null;
}

/**
 * A source with all blanks as one and none before `.` or within brackets' edges: what tests look for in code must not depend
 * on how a formatter has laid it out.
 */
export const oneLine = (source: string): string =>
  source
    .replace(/\s+/g, ' ')
    .replace(/ (?=\??\.\w)/g, '')
    .replace(/([([]) /g, '$1')
    .replace(/,? (?=[)\]])/g, '');

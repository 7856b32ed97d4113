// XML 1.0 knows no other control characters than tab and line ends, not even escaped.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or an attribute in double quotes. */
export const escapeXml = (text: string): string => text.replace(forbidden, '').replace(/[&<>"]/g, (c) => entities[c] ?? c);

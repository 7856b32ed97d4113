import { escapeUTF8 } from 'entities';

// XML 1.0 §2.2 knows no other control characters than tab and line ends, not even escaped; half a surrogate pair is no character.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The text without what no XML document may hold; half a surrogate pair becomes U+FFFD. */
export const xmlText = (text: string): string => text.toWellFormed().replace(forbidden, '');

/** Text for an element or a quoted attribute of XML. */
export const escapeXml = (text: string): string => escapeUTF8(xmlText(text));

/** Text for an element or a quoted attribute of HTML. */
export { escapeUTF8 as escapeHtml } from 'entities';

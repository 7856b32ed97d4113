/** Text made safe between tags and inside quoted attributes, of HTML and XML: `&`, `<`, `>` and both quotes. */
export { escapeUTF8 as escapeHtml } from 'entities';

/** What every sentence about a refused link says of how to mend it. */
export const linkAdvice = '链接只能是网址（http://、https:// 开头）、邮箱（mailto:）、电话（tel:）或本站路径（/ 开头）';

/** As a browser reads it: without the tabs, line ends and hidden characters that disguise a scheme. */
const bare = (address: string): string =>
  address.replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '').trim();

/**
 * The address of a link as it may be stored, or null for one that may not: a scheme that runs or shows something of the
 * writer's own (`javascript:`, `data:`, `file:` …), in whatever disguise. Nothing else is judged; an empty one is no link.
 */
export function storableLink(address: string): string | null {
  const url = bare(address);
  if (/^(?:https?:\/\/[^\s/]|mailto:[^\s]|tel:[+\d])/i.test(url)) return url;
  return /^(?:\/(?![/\\])|#|\?)/.test(url) ? url : null;
}

/**
 * Named pages stay out of search engines (个人信息保护法 §6; our choice): what the page tells robots, null for pages that
 * anybody may index. They are not in the sitemap either.
 */
export const robotsOf = (named: boolean): string | null => (named ? 'noindex,noarchive' : null);

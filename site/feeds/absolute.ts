/** Turns site paths in clean story HTML into absolute URLs, because a feed is read elsewhere. */
export function absolute(html: string, siteUrl: string): string {
  return html
    .replace(/\b(src|href|poster)="\/(?!\/)/g, `$1="${siteUrl}/`)
    .replace(
      /\bsrcset="([^"]*)"/g,
      (_, set: string) => `srcset="${set.replace(/(^|,\s*)\/(?!\/)/g, `$1${siteUrl}/`)}"`,
    );
}

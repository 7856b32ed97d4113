/**
 * Reads the delivery id out of a link that a platform gives back (`…?d=<deliveryId>`), or null.
 * Platforms may return the link HTML-escaped, hence the `&amp;`.
 */
export function deliveryIdOf(link: string | null | undefined): string | null {
  if (!link) return null;
  try {
    return new URL(link.replaceAll('&amp;', '&')).searchParams.get('d');
  } catch {
    return null;
  }
}

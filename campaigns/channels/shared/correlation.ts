import { decodeXML } from 'entities';

/**
 * Reads the delivery id out of a link that a platform gives back (`…?d=<deliveryId>`), or null.
 * Platforms may return the link escaped for HTML; HTML's own names are not read, for `&copy=1` is a parameter.
 */
export function deliveryIdOf(link: string | null | undefined): string | null {
  if (!link) return null;
  try {
    return new URL(decodeXML(link)).searchParams.get('d');
  } catch {
    return null;
  }
}

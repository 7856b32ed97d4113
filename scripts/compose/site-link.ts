import type { Delivery } from '../../campaigns/ports/delivery.ts';
import type { Release } from '../../campaigns/ports/release.ts';

/** Public address of a story with the delivery's correlation id (design: carry your own correlation id). */
export const siteLink = (siteUrl: string) => (delivery: Delivery, release: Release) =>
  `${siteUrl}/s/${release.serial}?d=${delivery.id}`;

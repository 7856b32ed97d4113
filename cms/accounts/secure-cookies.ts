import type { CollectionConfig } from 'payload';

/** Cookies of an address with a certificate never travel without one. */
export const secureCookies =
  (adminUrl: string) =>
  (collection: CollectionConfig): CollectionConfig =>
    typeof collection.auth !== 'object'
      ? collection
      : {
          ...collection,
          auth: {
            ...collection.auth,
            cookies: { ...collection.auth.cookies, secure: new URL(adminUrl).protocol === 'https:' },
          },
        };

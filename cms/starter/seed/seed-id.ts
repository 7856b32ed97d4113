import { v5 as uuidv5 } from 'uuid';

/** Any fixed UUID will do: it keeps our names apart from other people's. */
const namespace = '5b0c2a52-1f4e-4a36-9d5b-0a6f5c5ec9a1';

/** The same starter file always gets the same id, so that seeding twice finds what the first time made. */
export const seedId = (kind: 'column' | 'media' | 'story' | 'campaign' | 'post' | 'lexicon', name: string): string =>
  uuidv5(`${kind}:${name}`, namespace);

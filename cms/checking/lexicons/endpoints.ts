import type { Endpoint } from 'payload';

export const lexiconEndpoints: Endpoint[] = [];

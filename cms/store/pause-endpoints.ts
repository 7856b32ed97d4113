import type { Endpoint } from 'payload';

export const pauseEndpoints: Endpoint[] = [];

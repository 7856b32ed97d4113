import type { CollectionConfig } from 'payload';
import { attempts } from './attempts.ts';
import { deliveries } from './deliveries.ts';
import { users } from './users.ts';

/** In the order of the admin's menu. */
export const collections: CollectionConfig[] = [deliveries, attempts, users];

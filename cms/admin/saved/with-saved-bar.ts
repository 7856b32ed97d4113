import type { CollectionConfig, GlobalConfig } from 'payload';
import { savedField } from './saved-field.ts';

/** A collection whose form says what of it is saved. */
export const withSavedBar = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  fields: [savedField, ...collection.fields],
});

/** The same for a setting. */
export const withSavedBarInSettings = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  fields: [savedField, ...global.fields],
});

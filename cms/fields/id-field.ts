import type { TextField } from 'payload';
import { v7 as uuidv7 } from 'uuid';

/**
 * The id of every collection: a text that sorts by time, the same on SQLite and MongoDB
 * (SQLite alone would give numbers, MongoDB ObjectIds). Nobody outside may choose it.
 */
export const idField: TextField = {
  name: 'id',
  type: 'text',
  required: true,
  defaultValue: () => uuidv7(),
  access: { create: () => false, update: () => false },
  admin: { hidden: true },
};

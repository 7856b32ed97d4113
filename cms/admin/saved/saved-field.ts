import type { UIField } from 'payload';

/** Goes first into every form: what of it is saved. */
export const savedField: UIField = {
  name: 'savedBar',
  type: 'ui',
  admin: { components: { Field: '/admin/saved/SavedField.tsx#SavedField' } },
};

import type { UIField } from 'payload';

/** Goes first into the sidebar of 稿件. */
export const reviewField: UIField = {
  name: 'reviewPanel',
  type: 'ui',
  admin: { position: 'sidebar', components: { Field: '/admin/story/ReviewField.tsx#ReviewField' } },
};

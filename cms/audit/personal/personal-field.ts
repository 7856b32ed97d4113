import type { UIField } from 'payload';

/** Goes onto the page of every row that holds something about a person; put there by `cms/audit`, not by each collection. */
export const personalField: UIField = {
  name: 'personalPanel',
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableListColumn: true,
    components: { Field: '/admin/personal/PersonalField.tsx#PersonalField' },
  },
};

import type { UIField } from 'payload';

/** Goes first on the page of 活动. */
export const programmeField: UIField = {
  name: 'programmePanel',
  type: 'ui',
  admin: { components: { Field: '/admin/campaign/ProgrammeField.tsx#ProgrammeField' } },
};

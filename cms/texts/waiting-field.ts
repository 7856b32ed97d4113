import type { UIField } from 'payload';

/** 公开文字: what the public reads and what it is to read, beside the form. */
export const waitingField: UIField = {
  name: 'waitingTexts',
  type: 'ui',
  admin: { position: 'sidebar', components: { Field: '/admin/texts/WaitingPanel.tsx#WaitingPanel' } },
};

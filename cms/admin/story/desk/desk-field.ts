import type { UIField } from 'payload';

/** 检查与预览: in the sidebar of 稿件, below 审签. */
export const deskField: UIField = {
  name: 'storyDesk',
  type: 'ui',
  admin: { position: 'sidebar', components: { Field: '/admin/story/desk/DeskField.tsx#DeskField' } },
};

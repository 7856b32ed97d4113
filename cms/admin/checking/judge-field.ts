import type { UIField } from 'payload';

/** 逐条核对: in the sidebar of 稿件, below 检查与预览. */
export const judgeField: UIField = {
  name: 'judgePanel',
  type: 'ui',
  admin: { position: 'sidebar', components: { Field: '/admin/checking/JudgePanel.tsx#JudgePanel' } },
};

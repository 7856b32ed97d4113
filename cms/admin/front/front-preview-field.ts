import type { UIField } from 'payload';

/** 首页预览, beside the form of 首页编排. */
export const frontPreviewField: UIField = {
  name: 'frontPreview',
  type: 'ui',
  admin: { position: 'sidebar', components: { Field: '/admin/front/FrontPreview.tsx#FrontPreview' } },
};

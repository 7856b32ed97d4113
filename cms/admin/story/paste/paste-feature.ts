import { createServerFeature } from '@payloadcms/richtext-lexical';

/** Whatever is pasted from elsewhere passes `cleanWord` before it becomes the editor's. */
export const PasteFeature = createServerFeature({
  key: 'cleanPaste',
  feature: { ClientFeature: '/admin/story/paste/PasteFeatureClient.tsx#PasteFeatureClient' },
});

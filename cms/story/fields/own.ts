import { z } from 'zod';
import { contentLabels, type ContentName } from './content-names.ts';
import { maybeLine, type Fact } from './fact.ts';

/** 宣传类别 (R10). */
export const categories4 = ['信用政策法规', '信用知识', '典型案例', '信用工作成果'] as const;

/**
 * Facts of the story itself, whatever its kind, that its release has as they are. One more: its name in
 * `content-names.ts` and an `addedLine` here; the form shows it at the end of these.
 */
export const ownFacts = {
  category4: {
    ...maybeLine(contentLabels.category4, { checked: null }),
    field: (name) => ({
      name,
      label: contentLabels.category4,
      type: 'select',
      options: categories4.map((value) => ({ value, label: value })),
    }),
  },
  /** Before this instant (ISO 8601) newspapers may not print it; absent or null: at once. */
  embargo: {
    ...maybeLine(contentLabels.embargo, { checked: null }),
    kept: z.string().nullable().optional(),
    starter: z.string().nullable().optional(),
    field: (name) => ({
      name,
      label: contentLabels.embargo,
      type: 'date',
      admin: {
        description: '只对报社、电视台、新闻网站：供稿时写明不得早于这个时间刊发。不填就是收到即可刊发。',
        date: { pickerAppearance: 'dayAndTime', displayFormat: 'yyyy-MM-dd HH:mm' },
      },
    }),
  },
} satisfies Partial<Record<ContentName, Fact>>;

import { z } from 'zod';
import type { Story } from '../payload-types.ts';
import { contentLabels } from '../story/fields/content-names.ts';
import { typedShape } from '../story/fields/derive.ts';
import { lessonFacts } from '../story/fields/lesson.ts';
import { ownFacts } from '../story/fields/own.ts';
import { roleModelFacts } from '../story/fields/role-model.ts';
import { isRichText, type RichNode } from '../rich-text/node.ts';

const words = z.string({ error: '应是文字' }).nullish();
const id = z.union([z.string(), z.looseObject({ id: z.string() })], { error: '应是所选那一项的编号' }).nullish();
const group = <T extends z.ZodRawShape>(shape: T) => z.object(shape, { error: '应是一组字段' }).nullish();
const rows = <T extends z.ZodRawShape>(shape: T) =>
  z.array(z.object(shape, { error: '应是一组字段' }), { error: '应是一列' }).nullish();

/** Deeper than any text that people write; a hostile one would exhaust the stack. */
const deepest = 60;

const body = z
  .custom<{ root: RichNode }>((value) => isRichText(value) && isShallow(value.root), { error: '不是编辑器里的正文' })
  .nullish();

/**
 * A story's form as it stands, saved or not: everything may be missing, nothing may be of another kind. Fields that are
 * no content (审签 and so on) are dropped.
 */
export const formContentSchema = z.object(
  {
    id: z.string().max(64).nullish(),
    title: words,
    kind: words,
    column: id,
    summary: words,
    body,
    cover: id,
    roleModel: group(typedShape(roleModelFacts)),
    caseSteps: group({
      what: words,
      rule: group({ law: words, article: words, text: words, url: words }),
      costs: rows({ figure: words, label: words }),
      mend: rows({ date: words, text: words }),
    }),
    lesson: group(typedShape(lessonFacts)),
    tags: z.array(z.string(), { error: '应是一列文字' }).nullish(),
    source: words,
    sourceUrl: words,
    authorName: words,
    ...typedShape(ownFacts),
    reprint: z.boolean().nullish(),
    originalTitle: words,
    usedAi: z.boolean().nullish(),
    answer: group({
      who: words,
      tone: words,
      minor: z.boolean({ error: '应是勾或不勾' }).nullish(),
      sealed: z.boolean({ error: '应是勾或不勾' }).nullish(),
    }),
    // Shown to nobody outside: it only has to survive being kept.
    disclosure: z.record(z.string(), z.unknown()).nullish(),
    corrections: rows({ date: words, was: words, now: words, note: words }),
  },
  { error: '应是稿件表单的内容' },
);

export type FormContent = z.output<typeof formContentSchema>;

/** The form as the row that saving it would make, for the code that makes releases. */
export const asStory = (content: FormContent): Story =>
  ({
    ...content,
    id: content.id ?? '',
    title: content.title ?? '',
    kind: content.kind || 'knowledge',
    tags: content.tags ?? [],
    ...filledRows(content),
  }) as unknown as Story;

/** Rows that have just been added are still empty. */
function filledRows({ caseSteps, corrections }: FormContent) {
  return {
    corrections: (corrections ?? []).map((row) => ({
      date: row.date ?? '',
      was: row.was ?? '',
      now: row.now ?? '',
      note: row.note ?? '',
    })),
    caseSteps: {
      ...caseSteps,
      costs: (caseSteps?.costs ?? []).map((row) => ({ figure: row.figure ?? '', label: row.label ?? '' })),
      mend: (caseSteps?.mend ?? []).map((row) => ({ date: row.date ?? '', text: row.text ?? '' })),
    },
  };
}

/** In one sentence, which field is not what it should be. */
export const formTrouble = (error: z.ZodError): string => {
  const issue = error.issues[0];
  const name = String(issue?.path[0] ?? '');
  return `表单里的“${new Map<string, string>(Object.entries(contentLabels)).get(name) ?? (name || '内容')}”${issue?.message ?? '不对'}：请刷新页面再试。`;
};

function isShallow(root: RichNode): boolean {
  let level: RichNode[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return false;
    level = level.flatMap((node) =>
      Array.isArray(node.children)
        ? node.children.filter((child) => typeof child === 'object' && child !== null && typeof child.type === 'string')
        : [],
    );
  }
  return true;
}

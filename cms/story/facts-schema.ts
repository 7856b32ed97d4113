import { z } from 'zod';
import { keptShape } from './fields/derive.ts';
import { lessonFacts } from './fields/lesson.ts';
import { roleModelFacts } from './fields/role-model.ts';

const text = z.string();
const textOrNull = z.string().nullable();

/** A picture as lists show it. */
export const pictureSchema = z.object({
  /** `/media/<id>-<size>.<ext>`; sizes in `srcset` syntax, all same ratio. */
  src: text,
  srcset: text,
  width: z.number(),
  height: z.number(),
  alt: text,
  caption: textOrNull,
  /** True when the picture was made with AI and must say so (标识办法 2025). */
  aigc: z.boolean(),
});

/** What a role model's page shows beside the text, and what a lesson says of itself. */
export const roleModelFactsSchema = z.object(keptShape(roleModelFacts));
export const lessonFactsSchema = z.object(keptShape(lessonFacts));

/** The four steps of a warning case (look.md §4). */
export const caseStepsSchema = z.object({
  what: text,
  /** The rule broken: law, article, text, link. */
  rule: z.object({ law: text, article: text, text, url: textOrNull }),
  /** At most three figures, e.g. { figure: '8000元', label: '罚款' }. */
  costs: z.array(z.object({ figure: text, label: text })),
  mend: z.array(z.object({ date: text, text })),
});

/** What the page of a case that names somebody must show besides the text (G03, G04, G18). Days are `YYYY-MM-DD`. */
export const namedFactsSchema = z.object({
  authority: text,
  docNo: text,
  docDate: text,
  /** The authority's own record. */
  recordUrl: text,
  /** Where to object: telephone or address, as staff wrote it. */
  objection: text,
  /** Gone at 00:00 of this day. */
  until: text,
});

/** One passage that was wrong: civil day, how it read, how it reads now, why. */
export const correctionSchema = z.object({ date: text, was: text, now: text, note: text });

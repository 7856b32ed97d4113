import { z } from 'zod';

/** One thing that is wrong, ready to be shown and kept: it never carries a found number or a name in the clear. */
export const findingSchema = z.object({
  /** `group/name`, e.g. `personal-data/citizen-id`. */
  rule: z.string(),
  /** `block` stops the text until it is mended; `warn` asks a person to look. */
  level: z.enum(['block', 'warn']),
  /** Where: `line:column`, page, `sheet!cell`, paragraph, property … as the kind of file has it. */
  at: z.string(),
  /** What was found, masked. */
  text: z.string(),
  /** One Chinese sentence: why it is wrong and how to mend it. */
  mend: z.string(),
});

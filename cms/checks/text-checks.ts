import { traditional } from './characters/traditional.ts';
import { innocence } from './law/innocence.ts';
import { minors } from './law/minors.ts';
import { sealed } from './law/sealed.ts';
import { wording } from './lexicon/wording.ts';
import { personalData } from './personal-data/personal-data.ts';
import type { TextCheck } from './text-check.ts';

/** Every check of texts, in the order in which they look. A new one is its file and its line here. */
export const textChecks: readonly TextCheck[] = [personalData, wording, minors, sealed, innocence, traditional];

import { reprintFindings } from '../../../checks/facts/reprint.ts';
import { isListed } from '../../is-listed-source.ts';
import type { StoryCheck } from '../story-check.ts';

/** What is taken from another medium says so, and changes nothing of its headline (G22). */
export const reprinted: StoryCheck = ({ reprintSources, snapshot: { reprint, source, sourceUrl, title } }) =>
  reprintFindings({
    isReprint: Boolean(reprint),
    title,
    source,
    sourceUrl,
    originalTitle: reprint?.originalTitle ?? null,
    isListed: isListed(reprintSources, source),
  });

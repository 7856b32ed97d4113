import { simplified } from '../../campaigns/characters/simplified.ts';
import type { ReprintSources } from '../content/load-reprint-sources.ts';

const bare = (name: string): string => simplified(name.normalize('NFKC')).replace(/\([^)]*\)|\s|《|》/g, '');

/** Whether a source named on a story is one of them: remarks in brackets and quotation marks do not count. */
export const isListed = ({ names }: ReprintSources, source: string): boolean =>
  names.some((name) => bare(name) === bare(source));

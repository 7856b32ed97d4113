import type { CheckedText } from '../checked-text.ts';
import type { Finding } from '../finding.ts';

/** What a reader got out of a file: the texts to be checked, and what it saw itself. */
export interface Contents {
  texts: CheckedText[];
  findings: Finding[];
}

export const empty = (): Contents => ({ texts: [], findings: [] });

/** Puts `prefix` before every place, for a file inside another. */
export function inside(prefix: string, { texts, findings }: Contents): Contents {
  return {
    texts: texts.map(({ at, field, ...text }) => ({
      ...text,
      field: `${prefix} ${field}`,
      ...(at ? { at: (offset: number) => `${prefix} ${at(offset)}` } : {}),
    })),
    findings: findings.map((finding) => ({ ...finding, at: `${prefix} ${finding.at}` })),
  };
}

export function join(all: readonly Contents[]): Contents {
  return { texts: all.flatMap(({ texts }) => texts), findings: all.flatMap(({ findings }) => findings) };
}

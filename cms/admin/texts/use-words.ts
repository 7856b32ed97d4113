'use client';
import { useCallback, useEffect, useState } from 'react';
import { useNewest } from '../parts/use-newest.ts';

/** What `GET /api/<collection>/:id/agree` says. */
export interface Words {
  waits: boolean;
  /** What the public reads while they wait. */
  meanwhile: string;
  version: string;
  writers: string[];
  /** Who does not agree to these very words, and why; null: nobody has said so. */
  refusal: { name: string; reason: string } | null;
  /** What nobody may agree to, as sentences. */
  barring: string[];
  /** What the checks may have read wrongly, as sentences: then it is the secrecy reviewer's to agree. */
  doubts: string[];
  mayAgree: boolean;
  mayRefuse: boolean;
  lines: { label: string; now: string; next: string }[];
}

/** The public words of a row and what they are to become; null until they have been read. */
export function useWords(path: string | null): { words: Words | null; load(): Promise<void> } {
  const [words, setWords] = useState<Words | null>(null);
  const begin = useNewest();
  const load = useCallback(async () => {
    if (!path) return;
    const isNewest = begin();
    // Without an answer, or with half of one, what is shown stays.
    const read = await fetch(path, { cache: 'no-store' })
      .then(async (response) => (response.ok ? ((await response.json()) as Words) : null))
      .catch(() => null);
    if (read && isNewest()) setWords(read);
  }, [begin, path]);
  useEffect(() => void load(), [load]);
  return { words, load };
}

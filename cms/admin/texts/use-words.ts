'use client';
import { useCallback, useEffect, useState } from 'react';

/** What `GET /api/<collection>/:id/agree` says. */
export interface Words {
  waits: boolean;
  version: string;
  writers: string[];
  mayAgree: boolean;
  lines: { label: string; now: string; next: string }[];
}

/** The public words of a row and what they are to become; null until they have been read. */
export function useWords(path: string | null): { words: Words | null; load(): Promise<void> } {
  const [words, setWords] = useState<Words | null>(null);
  const load = useCallback(async () => {
    if (!path) return;
    const response = await fetch(path, { cache: 'no-store' }).catch(() => null);
    if (response?.ok) setWords((await response.json()) as Words);
  }, [path]);
  useEffect(() => void load(), [load]);
  return { words, load };
}

'use client';
import { useEffect, useState } from 'react';
import type { JudgedFinding } from '../../../checking/memory/judged-findings.ts';
import type { Place } from '../../../preview/place.ts';
import type { StoryPreview } from '../../../preview/preview-story.ts';
import { sentenceOf } from '../../parts/sentence-of.ts';
import type { TypedContent } from './typed-content.ts';

export type PlacedFinding = JudgedFinding & { place: Place | null };

export interface LookedAt {
  preview: StoryPreview | null;
  findings: PlacedFinding[] | null;
  /** Why what is shown is older than what is typed; null when it is not. */
  trouble: string | null;
  busy: boolean;
  /** Asks anew though nothing was typed: somebody has judged a finding. */
  again(): void;
}

const lost = '没有连上服务器，下面是上一次的结果：网络恢复后会自动更新。';

/** Asks for checks and previews of what is typed; an answer that was overtaken is thrown away. */
export function useLookedAt(typed: TypedContent | null): LookedAt {
  const [looked, setLooked] = useState<Omit<LookedAt, 'again'>>({
    preview: null,
    findings: null,
    trouble: null,
    busy: false,
  });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!typed) return undefined;
    const stop = new AbortController();
    const ask = async <T>(path: string): Promise<T> => {
      const response = await fetch(`/api/stories/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(typed),
        signal: stop.signal,
      });
      const answer = await response.json();
      if (!response.ok) throw new Refused(sentenceOf(answer) ?? lost);
      return answer;
    };
    setLooked((before) => ({ ...before, busy: true }));
    Promise.all([ask<StoryPreview>('preview'), ask<{ findings: PlacedFinding[] }>('check')])
      .then(([preview, { findings }]) => setLooked({ preview, findings, trouble: null, busy: false }))
      .catch((error: unknown) => {
        if (!stop.signal.aborted)
          setLooked((before) => ({ ...before, busy: false, trouble: error instanceof Refused ? error.message : lost }));
      });
    return () => stop.abort();
  }, [turn, typed]);
  return { ...looked, again: () => setTurn((before) => before + 1) };
}

class Refused extends Error {}

'use client';
import { useCallback, useEffect, useState } from 'react';
import { versionHeader } from '../../editing/version-read.ts';
import type { ReviewSheet } from '../../review/list-acts.ts';
import { sentenceOf } from '../parts/sentence-of.ts';
import { useNewest } from '../parts/use-newest.ts';

export interface ReviewDesk {
  sheet: ReviewSheet | null;
  /** The story's public number while readers see it. */
  serial: number | null;
  /** What the last act or a failed request had to say. */
  said: { ok: boolean; message: string } | null;
  busy: boolean;
  perform(act: string, body: object): Promise<boolean>;
  /** Gives the story to another author. */
  handOver(to: string): Promise<boolean>;
  /** Reads where it stands anew: something beside the story has changed. */
  again(): void;
}

const unread = { ok: false, message: '没有连上服务器，读不出审签到了哪一步：请检查网络后刷新这一页。' };
const lost = '没有收到服务器的回答：请刷新这一页，看看做成了没有。';

/**
 * Talks to `GET /api/stories/:id/review` and `POST /api/stories/:id/review/:act`. What is missing is asked anew each
 * time the form has been saved.
 * @param version what the page shows: an act decided on another one is refused
 */
export function useReview(storyId: string, unsaved: boolean, version: string | null): ReviewDesk {
  const [sheet, setSheet] = useState<ReviewSheet | null>(null);
  const [serial, setSerial] = useState<number | null>(null);
  const [said, setSaid] = useState<ReviewDesk['said']>(null);
  // Apart from what an act has said: that was done, or was not, whatever can be read afterwards.
  const [trouble, setTrouble] = useState<ReviewDesk['said']>(null);
  const [busy, setBusy] = useState(false);

  const begin = useNewest();
  const load = useCallback(async () => {
    const isNewest = begin();
    try {
      const [review, live] = await Promise.all([
        fetch(`/api/stories/${storyId}/review`, { cache: 'no-store' }),
        fetch(
          `/api/publications?depth=0&limit=1&where[and][0][story][equals]=${storyId}&where[and][1][state][in]=live,waiting`,
          { cache: 'no-store' },
        ),
      ]);
      const answer = await review.json();
      const row = live.ok ? (await live.json()).docs[0] : null;
      // Readers see it at its minute, also while nobody has written down that it has come.
      const isSeen = row && (row.state !== 'waiting' || (row.showFrom && answer.showing?.from === null));
      const number = isSeen ? (row.serial ?? null) : null;
      if (!isNewest()) return;
      if (review.ok) setSheet(answer);
      setTrouble(review.ok ? null : { ok: false, message: sentenceOf(answer) ?? unread.message });
      setSerial(number);
    } catch {
      if (isNewest()) setTrouble(unread);
    }
  }, [begin, storyId]);

  useEffect(() => {
    if (!unsaved) void load();
  }, [load, unsaved, version]);

  const send = async (path: string, body: object): Promise<boolean> => {
    setBusy(true);
    try {
      const headers = { 'content-type': 'application/json', ...(version === null ? {} : { [versionHeader]: version }) };
      const response = await fetch(`/api/stories/${storyId}/${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      setSaid({ ok: response.ok, message: sentenceOf(await response.json()) ?? lost });
      await load();
      return response.ok;
    } catch {
      setSaid({ ok: false, message: lost });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    sheet,
    serial,
    said: said ?? trouble,
    busy,
    perform: (act, body) => send(`review/${act}`, body),
    handOver: (to) => send('hand-over', { to }),
    again: () => void load(),
  };
}

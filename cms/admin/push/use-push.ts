'use client';
import { useEffect, useState } from 'react';
import type { PushForm, PushSheet } from '../../push/look.ts';
import { sentenceOf } from '../parts/sentence-of.ts';
import { useNewest } from '../parts/use-newest.ts';
import { useRequest, type Said } from '../parts/use-request.ts';

export interface PushDesk {
  sheet: PushSheet;
  form: PushForm;
  /** Something was chosen that the row does not say. */
  isChanged: boolean;
  /** What is shown is of an earlier choice. */
  isLooking: boolean;
  /** Why what was chosen could not be looked at. */
  trouble: string | null;
  busy: boolean;
  said: Said | null;
  set(change: Partial<PushForm>): void;
  /** Asks for it, or for the change. */
  ask(): Promise<void>;
  decide(act: 'confirm' | 'decline' | 'cancel', reason?: string): Promise<void>;
}

/** How long somebody types before what is chosen is looked at again, in milliseconds. */
const pause = 400;
const lost = '没有收到服务器的回答：请刷新这一页，看看做成了没有。';

/** Talks to `POST /api/daily-posts/look` while somebody chooses, and to the acts. @param first what the server has shown */
export function usePush(first: PushSheet): PushDesk {
  const [sheet, setSheet] = useState(first);
  const [form, setForm] = useState(first.form);
  const [isLooking, setLooking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { busy, said, send } = useRequest(lost);
  const begin = useNewest();
  const chosen = JSON.stringify(form);
  const isChanged = chosen !== JSON.stringify(first.form);
  const post = first.post;

  useEffect(() => {
    const isNewest = begin();
    // Back at what is shown: nothing is being asked any more, and nothing is wrong with it.
    if (chosen === JSON.stringify(sheet.form)) {
      setLooking(false);
      setTrouble(null);
      return;
    }
    setLooking(true);
    const timer = setTimeout(async () => {
      try {
        const response = await fetch('/api/daily-posts/look', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(post === null ? form : { ...form, post: post.id }),
        });
        const body = await response.json();
        if (!isNewest()) return;
        if (response.ok) setSheet({ ...body, form });
        setTrouble(response.ok ? null : (sentenceOf(body) ?? lost));
      } catch {
        if (isNewest()) setTrouble('没有连上服务器：下面还是改以前的样子，请检查网络。');
      } finally {
        if (isNewest()) setLooking(false);
      }
    }, pause);
    return () => clearTimeout(timer);
    // What is shown of a choice is asked once for that choice.
  }, [chosen]);

  const go = (id: string) => window.location.assign(`/admin/push?post=${id}`);
  return {
    sheet,
    form,
    isChanged,
    isLooking,
    trouble,
    busy,
    said,
    set: (change) => setForm((before) => ({ ...before, ...change })),
    ask: async () => {
      const path = post === null ? 'ask' : `${post.id}/change`;
      const answer = await send(`/api/daily-posts/${path}`, post === null ? form : { ...form, seen: post.wording });
      const id = post?.id ?? (answer as Said & { id?: string }).id;
      if (answer.ok && id) go(id);
    },
    decide: async (act, reason) => {
      if (post === null) return;
      const body = reason === undefined ? { seen: post.wording } : { seen: post.wording, reason };
      if ((await send(`/api/daily-posts/${post.id}/${act}`, body)).ok) go(post.id);
    },
  };
}

'use client';
import { useCallback, useEffect, useState } from 'react';
import type { ProgrammeSheet } from '../../programme/sheet.ts';
import { sentenceOf } from '../parts/sentence-of.ts';
import { useNewest } from '../parts/use-newest.ts';

export interface Sheet extends ProgrammeSheet {
  mayEdit: boolean;
  mayCopy: boolean;
  /** Address of my own calendar; null for an account without a password. */
  calendar: string | null;
}

export interface Said {
  ok: boolean;
  message: string;
  /** The campaign that has just been made. */
  id?: string;
}

const unread: Said = { ok: false, message: '没有连上服务器，读不出方案与进展：请检查网络后刷新这一页。' };
const lost = '没有收到服务器的回答：请刷新这一页，看看做成了没有。';

/** Talks to `GET /api/campaigns/:id/programme` and `POST …/copy|tasks`; reads anew each time the form has been saved. */
export function useProgramme(campaignId: string, unsaved: boolean) {
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  // Apart from what an act has said: that was done, or was not, whatever can be read afterwards.
  const [trouble, setTrouble] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);

  const begin = useNewest();
  const load = useCallback(async () => {
    const isNewest = begin();
    try {
      const response = await fetch(`/api/campaigns/${campaignId}/programme`, { cache: 'no-store' });
      const answer = await response.json();
      if (!isNewest()) return;
      if (response.ok) setSheet(answer);
      setTrouble(response.ok ? null : { ok: false, message: sentenceOf(answer) ?? unread.message });
    } catch {
      if (isNewest()) setTrouble(unread);
    }
  }, [begin, campaignId]);

  useEffect(() => {
    if (!unsaved) void load();
  }, [load, unsaved]);

  const act = async (name: 'copy' | 'tasks'): Promise<boolean> => {
    setBusy(true);
    try {
      const response = await fetch(`/api/campaigns/${campaignId}/${name}`, { method: 'POST' });
      const answer = await response.json();
      setSaid({ ...answer, ok: response.ok, message: sentenceOf(answer) ?? lost });
      return response.ok;
    } catch {
      setSaid({ ok: false, message: lost });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { act, busy, said: said ?? trouble, sheet };
}

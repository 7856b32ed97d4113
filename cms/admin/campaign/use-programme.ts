'use client';
import { useCallback, useEffect, useState } from 'react';
import type { ProgrammeSheet } from '../../programme/sheet.ts';

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

const unreachable: Said = { ok: false, message: '没有连上服务器，什么都没有改变：请检查网络后再试。' };

/** Talks to `GET /api/campaigns/:id/programme` and `POST …/copy|tasks`; reads anew each time the form has been saved. */
export function useProgramme(campaignId: string, unsaved: boolean) {
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);

  const load = useCallback(async () => {
    try {
      const response = await fetch(`/api/campaigns/${campaignId}/programme`, { cache: 'no-store' });
      const answer = await response.json();
      if (response.ok) setSheet(answer);
      else setSaid({ ok: false, message: answer.message });
    } catch {
      setSaid(unreachable);
    }
  }, [campaignId]);

  useEffect(() => {
    if (!unsaved) void load();
  }, [load, unsaved]);

  const act = async (name: 'copy' | 'tasks'): Promise<boolean> => {
    setBusy(true);
    try {
      const response = await fetch(`/api/campaigns/${campaignId}/${name}`, { method: 'POST' });
      setSaid({ ok: response.ok, ...(await response.json()) });
      return response.ok;
    } catch {
      setSaid(unreachable);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { act, busy, said, sheet };
}

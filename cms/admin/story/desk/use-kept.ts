'use client';
import { useDocumentInfo, useForm, useFormModified } from '@payloadcms/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { dropHere, keepHere, laterKept, readHere, type Kept } from './kept-here.ts';
import { isEmptyContent, sameContent, type TypedContent } from './typed-content.ts';

export interface KeptState {
  /** Found from an earlier visit and different from what is shown. */
  found: Kept | null;
  /** What is kept now, as a sentence; '' while there is nothing to keep. */
  said: string;
  restore(): Promise<void>;
  discard(): void;
}

/** The shell's form hangs after saving when one of its own questions was lost on the way; a fresh page does not. */
const thenRestore = '请先刷新这一页，按“恢复到表单”，再保存。';

const path = (storyId: string | null) => `/api/stories/working-copy${storyId ? `?story=${storyId}` : ''}`;

/** Where an earlier copy waits while its writer has typed on without deciding about it. */
const undecided = (storyId: string | null): string => `${storyId ?? 'new'}:before`;

/**
 * Keeps what is typed: at once on this computer, every few seconds for this person on the server. Gone when it is saved.
 * @param typed the form's content, null until it is there
 */
export function useKept(personId: string, storyId: string | null, typed: TypedContent | null): KeptState {
  const modified = useFormModified();
  const { reset, setModified } = useForm();
  const { lastUpdateTime } = useDocumentInfo();
  const [found, setFound] = useState<Kept | null>(null);
  const [said, setSaid] = useState('');
  const opened = useRef(false);
  const wasModified = useRef(false);
  const wasLost = useRef(false);

  const drop = useCallback((id: string | null) => {
    dropHere(localStorage, personId, id);
    void fetch(path(id), { method: 'DELETE' }).catch(() => undefined);
  }, [personId]);

  // On opening: is there something from before?
  useEffect(() => {
    if (!typed || opened.current) return;
    opened.current = true;
    void (async () => {
      const there = await fetch(path(storyId), { cache: 'no-store' }).then(async (r) => (r.ok ? ((await r.json()) as { copy: Kept | null }).copy : null)).catch(() => null);
      const kept = laterKept(readHere(localStorage, personId, storyId, new Date()), there);
      const worthwhile = kept !== null && !isEmptyContent(kept.content) && !sameContent(kept.content, typed);
      if (kept && !worthwhile) drop(storyId);
      setFound(worthwhile ? kept : readHere(localStorage, personId, undecided(storyId), new Date()));
    })();
  }, [drop, personId, storyId, typed]);

  // A story that has just been saved for the first time was kept as a new one.
  useEffect(() => {
    if (storyId === null || !typed) return;
    const fresh = readHere(localStorage, personId, null, new Date());
    if (fresh && sameContent({ ...fresh.content, id: storyId }, typed)) drop(null);
  }, [drop, personId, storyId, typed]);

  useEffect(() => {
    if (!typed) return undefined;
    if (!modified) {
      // Saved: nothing of it is unsaved any more. A found copy stays offered until somebody decides.
      if (wasModified.current) {
        wasModified.current = false;
        setSaid('');
        drop(storyId);
      }
      return undefined;
    }
    wasModified.current = true;
    const now = new Date();
    if (isEmptyContent(typed)) return undefined;
    // Whoever types on without deciding keeps both.
    if (found) keepHere(localStorage, personId, undecided(storyId), found);
    const here = keepHere(localStorage, personId, storyId, { content: typed, keptAt: now.toISOString() });
    setSaid(here ? `没保存的改动已暂存在这台电脑，${clock(now)}` : '这个浏览器不能暂存：请常按保存。');
    const timer = setTimeout(() => {
      void fetch(path(null), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(typed) })
        .then(async (response) => {
          if (response.ok) setSaid(`没保存的改动已暂存，${clock(new Date())}${wasLost.current ? `。网络断过：${thenRestore}` : ''}`);
          else setSaid(response.status === 401 ? '登录已过期：改动留在这台电脑上，重新登录后打开这篇稿件就能找回。' : ((await response.json()) as { message: string }).message);
        })
        .catch(() => {
          wasLost.current = true;
          setSaid(`网络断了：改动留在这台电脑上，${clock(new Date())}。网络恢复以后${thenRestore}`);
        });
    }, 2_500);
    return () => clearTimeout(timer);
  }, [drop, found, lastUpdateTime, modified, personId, storyId, typed]);

  /** Decided: is there an older one besides? */
  const next = () => {
    const older = readHere(localStorage, personId, undecided(storyId), new Date());
    dropHere(localStorage, personId, undecided(storyId));
    setFound(older && found && older.keptAt !== found.keptAt ? older : null);
  };

  const restore = async () => {
    if (!found) return;
    await reset({ ...found.content });
    setModified(true);
    next();
  };
  const discard = () => {
    if (!modified) drop(storyId);
    next();
  };
  return { found, said, restore, discard };
}

const clock = (at: Date): string => at.toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });

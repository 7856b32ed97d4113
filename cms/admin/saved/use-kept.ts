'use client';
import { browserNow } from './browser-clock.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { clock } from '../../words/words.ts';
import type { FormContent } from './use-content.ts';
import { isBlank, keepable, type Content } from './same-content.ts';
import { isSaved, type Standing } from './save-state.ts';
import { dropHere, keepHere, laterKept, readHere, undecided, type Kept } from './shelf.ts';
import { storeOf } from './store.ts';
import { storyCopies } from './story-copies.ts';

export interface KeptState {
  /** Found from an earlier visit and different from what is saved. */
  found: Kept | null;
  /** Where what is typed is kept now, as a sentence; '' while there is nothing to keep. */
  said: string;
  /** Found is decided about: it stands in the form, or is not wanted. */
  decided(wanted: boolean): void;
}

/**
 * Keeps what is typed into any form: at once on this computer; a story's every few seconds on the server too, for this
 * person. Gone only when these very words are confirmed as saved.
 */
export function useKept(personId: string, form: FormContent, standing: Standing): KeptState {
  const { content, mayWrite, opened, target } = form;
  const [found, setFound] = useState<Kept | null>(null);
  const [said, setSaid] = useState('');
  const keptSince = useRef(0);

  const drop = useCallback(() => {
    dropHere(localStorage, personId, target);
    void storyCopies(target)?.drop();
  }, [personId, target]);

  // On opening: is there something from before?
  useEffect(() => {
    if (opened === 0 || !mayWrite) return;
    void (async () => {
      const here = readHere(localStorage, personId, target, browserNow());
      const later = laterKept(here, (await storyCopies(target)?.read()) ?? null);
      // The copy on the server is of the same form, and does not say which.
      const kept = later && { ...later, key: later.key ?? here?.key ?? null };
      const state = storeOf(target).get();
      // Compared with the row alone: a form has more fields than an older program kept.
      const worthwhile =
        kept !== null &&
        !isSaved({ ...state, savedAt: state.savedAt ?? '' }, kept.content) &&
        !isBlank(kept.content, keepable(state.sent));
      if (kept && !worthwhile) drop();
      setFound(worthwhile ? kept : readHere(localStorage, personId, undecided(target), browserNow()));
    })();
  }, [drop, mayWrite, opened, personId, target]);

  const unsaved = standing === 'changed' || standing === 'trouble';
  useEffect(() => {
    if (!content || !mayWrite) return undefined;
    if (standing === 'saved') {
      setSaid('');
      // Only what was typed since the page brought this form: an older copy stays offered until somebody decides.
      if (keptSince.current === opened) drop();
      keptSince.current = 0;
    }
    if (!unsaved) return undefined;
    const timer = setTimeout(() => {
      if (found && keptSince.current === 0) keepHere(localStorage, personId, undecided(target), found);
      keptSince.current = opened;
      const now = browserNow();
      const here = keepHere(localStorage, personId, target, {
        content: keepable(content),
        keptAt: now.toISOString(),
        version: storeOf(target).get().version,
        key: storeOf(target).get().key,
      });
      setSaid(here ? `已暂存在这台电脑，${clock(now)}` : '这个浏览器不能暂存：请常按保存，离开以前把写好的复制出来。');
    }, 250);
    return () => clearTimeout(timer);
  }, [content, drop, found, mayWrite, opened, personId, standing, target, unsaved]);

  useEffect(() => {
    const copies = storyCopies(target);
    if (!copies || !content || !unsaved) return undefined;
    const timer = setTimeout(
      () =>
        void copies
          .keep(content as Content)
          .then((words) => setSaid(words ?? `已暂存，${clock(browserNow())}`))
          .catch(() => undefined),
      2_500,
    );
    return () => clearTimeout(timer);
  }, [content, target, unsaved]);

  const decided = (wanted: boolean) => {
    const older = readHere(localStorage, personId, undecided(target), browserNow());
    dropHere(localStorage, personId, undecided(target));
    if (!wanted && keptSince.current === 0) drop();
    setFound(older && found && older.keptAt !== found.keptAt ? older : null);
  };
  return { found, said, decided };
}

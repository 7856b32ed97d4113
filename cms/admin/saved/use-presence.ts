'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Other, Standing } from './save-state.ts';
import { storeOf } from './store.ts';

/** So often whoever has unsaved work says that they are still at it. */
const everyMs = 45_000;

const ask = (target: string, method: 'GET' | 'POST' | 'DELETE', body?: object): Promise<Other | null | undefined> =>
  fetch(`/api/editing/${target}`, {
    method,
    cache: 'no-store',
    keepalive: method === 'DELETE',
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  })
    .then(async (response) => (response.ok ? ((await response.json()) as { other: Other | null }).other : undefined))
    .catch(() => undefined);

export interface Presence {
  /** The other came while I was at it: they have taken over. */
  evicted: boolean;
  takeOver(): Promise<boolean>;
}

/** Says that I am changing this row while I have unsaved work, and learns who else is. Looking alone holds nothing. */
export function usePresence(target: string, mayWrite: boolean, standing: Standing): Presence {
  const holding = useRef(false);
  const [evicted, setEvicted] = useState(false);
  const active = mayWrite && !target.endsWith('/new') && (standing === 'changed' || standing === 'trouble');
  const hear = useCallback(
    (other: Other | null | undefined) => {
      if (other === undefined) return;
      setEvicted((before) => (other === null ? false : before || holding.current));
      holding.current = other === null && active;
      storeOf(target).tell({ type: 'other', other });
    },
    [active, target],
  );

  useEffect(() => {
    if (!mayWrite || target.endsWith('/new')) return undefined;
    const again = () => void ask(target, active ? 'POST' : 'GET', active ? {} : undefined).then(hear);
    again();
    const timer = setInterval(again, everyMs);
    return () => clearInterval(timer);
  }, [active, hear, mayWrite, target]);

  // Saved, or gone from the page: nobody need wait.
  useEffect(() => {
    if (!active) return undefined;
    const leave = () => {
      if (holding.current) void ask(target, 'DELETE');
      holding.current = false;
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [active, target]);

  const takeOver = async (): Promise<boolean> => {
    const other = await ask(target, 'POST', { takeOver: true });
    if (other !== null) return false;
    holding.current = true;
    setEvicted(false);
    storeOf(target).tell({ type: 'mended' });
    return true;
  };
  return { evicted, takeOver };
}

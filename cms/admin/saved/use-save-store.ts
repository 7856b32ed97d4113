'use client';
import { useSyncExternalStore } from 'react';
import type { SaveState, Standing } from './save-state.ts';
import { storeOf } from './store.ts';

/** What the server has confirmed of a row, for whatever stands on its page. */
export function useSaveState(target: string): SaveState {
  const store = storeOf(target);
  return useSyncExternalStore(store.subscribe, store.get, store.get);
}

/** How what is typed stands to it, and the version to name with an act. */
export function useStanding(target: string): { standing: Standing; version: string | null } {
  const store = storeOf(target);
  const standing = useSyncExternalStore(store.subscribe, store.standing, store.standing);
  return { standing, version: useSaveState(target).version };
}

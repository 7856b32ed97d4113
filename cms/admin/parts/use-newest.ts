'use client';
import { useCallback, useRef } from 'react';

/** Answers come in any order. Called before a question; what it gives back tells later whether that question is still the newest one. */
export function useNewest(): () => () => boolean {
  const newest = useRef(0);
  return useCallback(() => {
    newest.current += 1;
    const mine = newest.current;
    return () => mine === newest.current;
  }, []);
}

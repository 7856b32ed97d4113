'use client';
import { useNav, usePreferences } from '@payloadcms/ui';
import { useEffect } from 'react';

let asked = false;

/**
 * Payload folds its menu away up to 1440 px. Ours is narrow and holds the day's work: from 1025 px it opens once a page
 * load, unless the person has closed it for good.
 */
export function useOpenMenu(): void {
  const { setNavOpen, shouldAnimate } = useNav();
  const { getPreference } = usePreferences();
  useEffect(() => {
    // Before that, Payload may still fold it.
    if (!shouldAnimate || asked || !window.matchMedia('(min-width: 1025px) and (max-width: 1440px)').matches) return;
    asked = true;
    void getPreference<{ open?: boolean }>('nav').then((kept) => setNavOpen(kept?.open !== false));
  }, [getPreference, setNavOpen, shouldAnimate]);
}

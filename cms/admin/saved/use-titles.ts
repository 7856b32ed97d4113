'use client';
import { useConfig } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { nameOf, type Chosen, type Titles } from './chosen.ts';
import { loadTitles } from './load-titles.ts';

/** What the chosen rows are called; empty until the desk has answered. */
export function useTitles(chosen: readonly Chosen[]): Titles {
  const { getEntityConfig } = useConfig();
  const [titles, setTitles] = useState<Titles>(new Map());
  const asked = [...new Set(chosen.map(nameOf))].sort().join(' ');
  useEffect(() => {
    if (asked === '') return undefined;
    let wanted = true;
    const rows = asked
      .split(' ')
      .map((name): Chosen => ({ collection: name.split('/')[0] ?? '', id: name.split('/')[1] ?? '' }));
    void loadTitles(
      rows,
      (collectionSlug) => getEntityConfig({ collectionSlug })?.admin.useAsTitle ?? null,
      fetch.bind(window),
    ).then((found) => {
      if (wanted) setTitles(found);
    });
    return () => {
      wanted = false;
    };
  }, [asked, getEntityConfig]);
  return titles;
}

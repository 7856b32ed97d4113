'use client';
import { useAllFormFields, useDocumentInfo } from '@payloadcms/ui';
import type { ClientField } from 'payload';
import { reduceFieldsToValues } from 'payload/shared';
import { useEffect, useMemo, useState } from 'react';
import { neverSaved } from '../../editing/version-read.ts';
import { newFormKey } from './new-form-key.ts';
import type { Content } from './same-content.ts';
import { storeOf } from './store.ts';

export interface FormContent {
  /** `stories/<id>`, `stories/new`, `globals/desk`. */
  target: string;
  /** What stands in the form just now; null until it is there. */
  content: Content | null;
  /** Counts how often the page has brought the form anew. */
  opened: number;
  fields: readonly ClientField[];
  mayWrite: boolean;
  /** The row as the page brought it. */
  row: Content;
}

/** The form as it stands; each time the page brings one, its store learns what the server has of it. */
export function useContent(): FormContent {
  const { collectionSlug, data, docConfig, globalSlug, hasSavePermission, id, initialState } = useDocumentInfo();
  const [states] = useAllFormFields();
  const [opened, setOpened] = useState(0);
  const target = globalSlug ? `globals/${globalSlug}` : `${collectionSlug}/${id ?? 'new'}`;
  const row = (data ?? {}) as Content;
  useEffect(() => {
    if (!initialState) return;
    const updatedAt = typeof row.updatedAt === 'string' ? row.updatedAt : null;
    storeOf(target).tell({
      type: 'opened',
      content: reduceFieldsToValues(initialState, true) as Content,
      doc: id === undefined && !globalSlug ? {} : row,
      version: updatedAt ?? (globalSlug ? neverSaved : null),
      savedAt: updatedAt,
      key: id === undefined && !globalSlug ? newFormKey() : null,
    });
    setOpened((before) => before + 1);
    // The row belongs to the state that the page has brought with it; after a save it is newer, and the store knows.
  }, [initialState, target]);
  const content = useMemo(
    () => (opened === 0 || Object.keys(states).length === 0 ? null : (reduceFieldsToValues(states, true) as Content)),
    [opened, states],
  );
  return { target, content, opened, fields: docConfig?.fields ?? [], mayWrite: hasSavePermission === true, row };
}

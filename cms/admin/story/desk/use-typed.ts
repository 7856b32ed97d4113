'use client';
import { useAllFormFields } from '@payloadcms/ui';
import { reduceFieldsToValues } from 'payload/shared';
import { useEffect, useState } from 'react';
import { typedContent, type TypedContent } from './typed-content.ts';

/** The form's content, a moment after the last key: null until the form is there. */
export function useTyped(storyId: string | null, pauseMs: number): TypedContent | null {
  const [fields] = useAllFormFields();
  const [typed, setTyped] = useState<TypedContent | null>(null);
  useEffect(() => {
    if (Object.keys(fields).length === 0) return undefined;
    const timer = setTimeout(
      () => setTyped(typedContent(reduceFieldsToValues(fields, true) as Record<string, unknown>, storyId)),
      pauseMs,
    );
    return () => clearTimeout(timer);
  }, [fields, pauseMs, storyId]);
  return typed;
}

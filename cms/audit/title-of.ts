import { isPersonal } from './personal/fields.ts';

/** What a row is called, as far as the trail may keep it. */
export function titleOf(
  slug: string,
  useAsTitle: string | undefined,
  row: Record<string, unknown>,
  digest: (text: string) => string,
): string | null {
  const value = useAsTitle ? row[useAsTitle] : undefined;
  if (typeof value !== 'string' || value === '') return null;
  return isPersonal(slug, useAsTitle ?? '') ? `摘要${digest(value)}` : [...value].slice(0, 60).join('');
}

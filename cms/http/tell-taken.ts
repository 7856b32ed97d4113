import type { AfterErrorHook, PayloadRequest } from 'payload';

interface Place {
  path?: string;
  message?: string;
  label?: unknown;
}
type Label = string | ((args: { i18n: PayloadRequest['i18n']; t: PayloadRequest['t'] }) => string);

/**
 * Says that a value is taken in the name by which people know its field: the database knows its column's name alone, and
 * a form said “key”.
 */
export const tellTaken: AfterErrorHook = ({ collection, error, req }) => {
  const { data, name } = error as Error & { data?: { errors?: Place[] } | null };
  const places = name === 'ValidationError' ? (data?.errors ?? []) : [];
  if (!collection || places.length === 0 || places.some(({ label }) => label)) return undefined;
  const labelOf = (path: string | undefined): string => {
    const field = collection.flattenedFields.find((one) => one.name === path);
    const label = (field && 'label' in field ? field.label : undefined) as Label | undefined;
    return (typeof label === 'function' ? label({ i18n: req.i18n, t: req.t }) : label) ?? String(path);
  };
  const errors = places.map((place) => ({ ...place, label: labelOf(place.path) }));
  const message = errors.map(({ label, message: why }) => `${label}：${why ?? ''}没有保存。`).join('');
  return { response: { errors: [{ name, data: { ...data, errors }, message }] } };
};

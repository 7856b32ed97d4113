import type { Field, NumberField } from 'payload';

/** One line a person types. */
export const line = (
  name: string,
  label: string,
  more: { required?: boolean; description?: string; maxLength?: number } = {},
): Field => ({
  name,
  label,
  type: 'text',
  required: more.required ?? false,
  ...(more.maxLength ? { maxLength: more.maxLength } : {}),
  ...(more.description ? { admin: { description: more.description } } : {}),
});

/** Several short texts, each closed with the return key. */
export const words = (name: string, label: string, more: { maxRows?: number; maxLength?: number } = {}): Field => ({
  name,
  label,
  type: 'text',
  hasMany: true,
  ...more,
  admin: { description: more.maxRows ? `每写完一个按回车，最多${more.maxRows}个。` : '每写完一个按回车。' },
});

/** Text over several lines. */
export const prose = (name: string, label: string, description?: string): Field => ({
  name,
  label,
  type: 'textarea',
  ...(description ? { admin: { description } } : {}),
});

/** A civil day (Asia/Shanghai) kept as `YYYY-MM-DD`: a date field would turn it into an instant in some zone. */
export const day = (
  name: string,
  label: string,
  more: {
    required?: boolean;
    description?: string;
    judge?: (value: string, beside: Record<string, unknown>) => string | null;
  } = {},
): Field => ({
  name,
  label,
  type: 'text',
  required: more.required ?? false,
  admin: { description: more.description ?? '写成 2026-06-14 这样。', placeholder: '2026-06-14' },
  validate: (value: string | null | undefined, { siblingData }: { siblingData: unknown }) => {
    if (!value) return more.required ? `请填写${label}，写成 2026-06-14 这样。` : true;
    if (!isDay(value)) return `${label}“${value}”不对：请写成 2026-06-14 这样，并且真有这一天。`;
    return more.judge?.(value, siblingData as Record<string, unknown>) ?? true;
  },
});

interface Whole {
  min: number;
  max: number;
  required?: boolean;
  fallback?: number;
  description?: string;
  /** One sentence against a number that does not go with its neighbours. */
  judge?: (value: number, beside: Record<string, unknown>) => string | null;
}

/** A number without a fraction, between two limits: what is counted, and what a calendar is reckoned with. */
export const whole = (
  name: string,
  label: string,
  { description, fallback, judge, max, min, required = false }: Whole,
): NumberField => ({
  name,
  label,
  type: 'number',
  required,
  min,
  max,
  ...(fallback === undefined ? {} : { defaultValue: fallback }),
  ...(description ? { admin: { description } } : {}),
  validate: (value: unknown, { siblingData }: { siblingData: unknown }) => {
    if (value === null || value === undefined || value === '') return required ? `请填写${label}。` : true;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max)
      return `${label}“${String(value)}”不对：请写整数，从${min}到${max}。`;
    return judge?.(value, siblingData as Record<string, unknown>) ?? true;
  },
});

/** How many days something lies from an occasion, before it with a minus: further off than a good year is a slip of the hand. */
export const daysAway = (name: string, label: string, more: Omit<Whole, 'min' | 'max'> = {}): NumberField =>
  whole(name, label, { min: -400, max: 400, required: true, ...more });

/** A time of the day, `HH:mm`. */
export const timeOfDay = (name: string, label: string, fallback: string): Field => ({
  name,
  label,
  type: 'text',
  required: true,
  defaultValue: fallback,
  admin: { placeholder: fallback },
  validate: (value: string | null | undefined) =>
    /^([01]\d|2[0-3]):[0-5]\d$/.test(value ?? '') ||
    `${label}“${value ?? ''}”不对：请写成 09:00 这样的 24 小时制时分。`,
});

/** A web address that readers may follow. */
export const webAddress = (name: string, label: string): Field => ({
  name,
  label,
  type: 'text',
  validate: (value: string | null | undefined) =>
    !value || /^https?:\/\/[^\s]+$/.test(value) || `${label}要写完整网址，以 https:// 开头。`,
});

/** A page of this site. */
export const sitePath = (name: string, label: string): Field => ({
  name,
  label,
  type: 'text',
  required: true,
  admin: { description: '以 / 开头。' },
  validate: (value: string | null | undefined) =>
    /^\/(?![/\\])\S*$/.test(value ?? '') ||
    `${label}“${value ?? ''}”不对：请写本站的路径，以一个 / 开头，例如 /year/2027/315/。`,
});

/** Short name in addresses. */
export const slug = (description: string): Field => ({
  name: 'slug',
  label: '网址短名',
  type: 'text',
  required: true,
  index: true,
  admin: { description },
  validate: (value: string | null | undefined) =>
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value ?? '') || '网址短名只能用小写字母、数字和短横线，例如 credit-record-day。',
});

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

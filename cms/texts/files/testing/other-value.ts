import type { Shape } from '../file-kind.ts';

/** Other values that a field might take, likeliest first: the strict schema of its file says which it does. */
export function otherValues(is: Shape, value: unknown): unknown[] {
  if (is === 'number') return [Number(value) === 0.5 ? 0.4 : 0.5, Number(value) - 1];
  if (is === 'texts') return [['改了的一处', ...(value as string[]).slice(1)]];
  if (is === 'rows') {
    const [first, ...rest] = value as Record<string, unknown>[];
    return [[{ ...first, title: '改了名称的依据' }, ...rest]];
  }
  const text = String(value);
  return [
    ...(text.startsWith('<svg') ? [text.replace('<rect', '<title>改了</title><rect')] : []),
    ...(text.startsWith('http') ? ['https://changed.example/'] : []),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(text) ? ['2026-11-17'] : []),
    ...(text.includes('@') ? ['changed@desk.example'] : []),
    ...(/^[a-z0-9.-]+$/.test(text) ? ['changed.example.cn'] : []),
    ...(text.includes('{n}') ? ['改了的第{n}届'] : []),
    '改了的字',
    '5108000001',
  ];
}

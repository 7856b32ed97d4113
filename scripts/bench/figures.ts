/** Median and extremes of one figure; the median is what to quote. */
export function summary(values: number[]): { min: number; median: number; p99: number; max: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { min: at(0), median: at(0.5), p99: at(0.99), max: sorted.at(-1) ?? Number.NaN };
}

/** One line of a report: `name  min / median / p99 / max unit`. */
export function line(name: string, values: number[], unit: string): string {
  const { min, median, p99, max } = summary(values);
  return `${name}  ${[min, median, p99, max].map((v) => v.toFixed(1)).join(' / ')} ${unit}（最小 / 中位 / p99 / 最大，${values.length} 次）`;
}

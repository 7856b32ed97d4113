import type { SchoolRules } from '../checks/school/rules.ts';

/** Lessons, and what stands in a column for pupils: what schools read, subscribe to and take home. */
export const isForSchools = (
  { column, kind }: { kind: string; column: { slug: string } | null },
  { columns }: Pick<SchoolRules, 'columns'>,
): boolean => kind === 'material' || columns.includes(column?.slug ?? '');

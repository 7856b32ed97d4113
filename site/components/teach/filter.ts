import { z } from 'zod';
import type { Material } from '../../../cms/read/material.ts';

/** 学段 in the order of a life; what a city adds comes after. */
const stageOrder = ['小学低年级', '小学高年级', '初中', '高中', '中职', '高校', '成人'];

export interface Choice {
  value: string;
  count: number;
  checked: boolean;
}

export interface Filter {
  stage: string[];
  theme: string[];
  page: number;
}

const choice = z.array(z.string().min(1).max(20)).max(20);
const pageNumber = z
  .string()
  .regex(/^[1-9]\d{0,3}$/)
  .transform(Number);

/**
 * The filter of `/teach/?stage=…&theme=…`. What cannot be understood is left out and named in one sentence each, so that
 * the visitor still sees materials.
 */
export function readFilter(
  query: URLSearchParams,
  all: Material[],
): { filter: Filter; errors: { field: string; sentence: string }[] } {
  const errors: { field: string; sentence: string }[] = [];
  const read = (field: 'stage' | 'theme', name: string): string[] => {
    const asked = choice.safeParse(query.getAll(field));
    const known = new Set(all.map((material) => material[field]));
    const good = asked.success ? [...new Set(asked.data)].filter((value) => known.has(value)) : [];
    if (!asked.success || good.length < new Set(asked.data).size) {
      errors.push({ field, sentence: `网址里的${name}有一项不认识，已经略过：请从下面的${name}里勾选。` });
    }
    return good;
  };
  const filter: Filter = { stage: read('stage', '学段'), theme: read('theme', '主题'), page: 1 };
  const page = pageNumber.safeParse(query.get('page') ?? '1');
  if (page.success) filter.page = page.data;
  else errors.push({ field: 'page', sentence: '网址里的页码不正确，已经回到第1页。' });
  return { filter, errors };
}

/** The boxes of a fieldset with how many materials each holds. */
export function choices(field: 'stage' | 'theme', all: Material[], chosen: string[]): Choice[] {
  const counts = new Map<string, number>();
  for (const material of all) counts.set(material[field], (counts.get(material[field]) ?? 0) + 1);
  const place = (value: string): number => (field === 'stage' ? (stageOrder.indexOf(value) + 100) % 100 : 0);
  return [...counts]
    .map(([value, count]) => ({ value, count, checked: chosen.includes(value) }))
    .sort((a, b) => place(a.value) - place(b.value) || b.count - a.count || a.value.localeCompare(b.value, 'zh'));
}

export function matching(all: Material[], { stage, theme }: Filter): Material[] {
  return all.filter(
    (m) => (stage.length === 0 || stage.includes(m.stage)) && (theme.length === 0 || theme.includes(m.theme)),
  );
}

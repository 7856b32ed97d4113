import type { Column } from '../../cms/read/nouns.ts';

export type NavKey = 'home' | 'news' | 'models' | 'cases' | 'year' | 'lists' | 'knowledge' | 'teach' | 'creation';

export interface NavItem {
  key: string;
  name: string;
  path: string;
}

/** Services that are not 栏目; everything else in the bar comes from the columns. */
const services: NavItem[] = [
  { key: 'home', name: '首页', path: '/' },
  { key: 'year', name: '宣传年历', path: '/year/' },
  { key: 'lists', name: '名单说明与查询', path: '/lists/' },
  { key: 'teach', name: '教学材料', path: '/teach/' },
];

const order: NavKey[] = ['home', 'news', 'models', 'cases', 'year', 'lists', 'knowledge', 'teach', 'creation'];

/**
 * The main navigation: services and columns in the fixed order of the look, then any further column that asks for a
 * place, by its number. A column without a place (`navOrder` null) is left to the site map.
 */
export function navigation(columns: Column[]): NavItem[] {
  const placed = columns
    .filter((column) => column.navOrder !== null)
    .sort((a, b) => (a.navOrder ?? 0) - (b.navOrder ?? 0))
    .filter((column) => !services.some((service) => service.key === column.slug))
    .map((column) => ({ key: column.slug, name: column.name, path: column.path }));
  const all = [...services, ...placed];
  const known = order.flatMap((key) => all.filter((item) => item.key === key));
  return [...known, ...placed.filter((item) => !known.includes(item))];
}

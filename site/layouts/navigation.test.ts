import { expect, test } from 'vitest';
import { columns } from '../testing/fixture/region.ts';
import { navigation } from './navigation.ts';

test('columns and services stand in one fixed order', () => {
  expect(navigation(columns).map(({ name }) => name)).toEqual([
    '首页',
    '信用动态',
    '诚信典型',
    '以案说信',
    '宣传年历',
    '名单说明与查询',
    '信用知识',
    '教学材料',
    '诚信创建',
  ]);
});

test('a column without a place stays out, a further one comes last', () => {
  const more = [...columns, { ...columns[0]!, slug: 'radio', name: '广播', navOrder: 9 }];
  const names = navigation(more).map(({ name }) => name);
  expect(names.at(-1)).toBe('广播');
  expect(names).not.toContain('文艺作品');
});

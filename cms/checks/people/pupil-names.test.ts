import { describe, expect, it } from 'vitest';
import { pupilNames } from './pupil-names.ts';

const names = (text: string) => pupilNames(text).map(({ from, name, to }) => `${from}-${to} ${name}`);

describe('who is told with the school that he goes to', () => {
  it.each<[string, string[]]>([
    ['读高一的刘宇航打架', ['4-7 刘宇航']],
    ['刚上初中的张子轩盗窃', ['5-8 张子轩']],
    ['还在念小学三年级的赵阳。', ['9-11 赵阳']],
    ['幼儿园小班的欧阳倩。', ['6-9 欧阳倩']],
    ['张小宝才上学前班，被虐待', ['0-3 张小宝']],
    ['，何佳怡今年刚读初二，', ['1-4 何佳怡']],
    ['赵阳还在念小学。', ['0-2 赵阳']],
    ['读初一的王小明和读初二的李小红', ['4-7 王小明', '12-15 李小红']],
  ])('%s', (text, found) => expect(names(text)).toEqual(found));

  it.each([
    '供女儿读高中的张建国',
    '送孩子上小学的王强',
    '读高中的儿子要学费',
    '上高中的路被堵',
    '读小学的时候',
    '读小学时，张建国偷过铅笔',
    '张建国高中毕业',
    '张建国，初中文化',
    '读高一的张三（化名）',
    '读高一的王小明（化名）打架',
    '读高一的小明',
    '张建国的女儿还在读小学，他',
    '学前班的老师张丽',
    '读高一的',
    '',
  ])('is nobody: %s', (text) => expect(names(text)).toEqual([]));
});

it('a text of nothing but schools is read in one pass', () => {
  expect(pupilNames('读高一的'.repeat(50_000))).toEqual([]);
  expect(pupilNames('今年刚读初二，'.repeat(50_000))).toEqual([]);
});

import { expect, it } from 'vitest';
import { altProblem } from './alt-problem.ts';

it.each(['', '  ', '图', null, undefined])('asks for a text instead of %j', (alt) =>
  expect(altProblem(alt)).toContain('至少两个字'),
);
it.each(['IMG_2031.JPG', 'IMG_2031', '微信图片_20260614', '截图(3)', '照片 2', '剑门关.png'])(
  'does not take a file name: %s',
  (alt) => expect(altProblem(alt)).toContain('文件名'),
);
it.each(['一杆老秤和一摞账簿', '照片墙前的三位志愿者', '图书馆'])('takes a description: %s', (alt) =>
  expect(altProblem(alt)).toBeNull(),
);
it.each([
  '待补替代文字',
  '替代文字待补',
  '（待补）',
  '待定',
  '待填写',
  '无',
  '暂无',
  '无说明',
  '占位',
  '【占位图】',
  '图片待补充',
  'TODO',
  'tbd',
  'N/A',
  'placeholder',
  '配图',
  '题图',
  '图1',
  '图 二',
  '同上',
  '？？',
  '——',
  'xxx',
  '测试1',
])('does not take what only holds the place: %s', (alt) => expect(altProblem(alt)).toMatch(/占个位置|至少两个字/));
it.each([
  '无人机航拍的嘉陵江大桥',
  '待修复的老城墙',
  '图书馆里两位读者',
  '未成年人在校园宣讲诚信',
  '一张空白表格',
  '测试台前的检验员',
  '没有围栏的工地',
])('takes what describes: %s', (alt) => expect(altProblem(alt)).toBeNull());

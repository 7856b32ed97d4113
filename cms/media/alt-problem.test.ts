import { expect, it } from 'vitest';
import { altProblem } from './alt-problem.ts';

it.each(['', '  ', '图', null, undefined])('asks for a text instead of %j', (alt) => expect(altProblem(alt)).toContain('至少两个字'));
it.each(['IMG_2031.JPG', 'IMG_2031', '微信图片_20260614', '截图(3)', '照片 2', '剑门关.png'])('does not take a file name: %s', (alt) => expect(altProblem(alt)).toContain('文件名'));
it.each(['一杆老秤和一摞账簿', '照片墙前的三位志愿者', '图书馆'])('takes a description: %s', (alt) => expect(altProblem(alt)).toBeNull());

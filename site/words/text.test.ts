import { expect, test } from 'vitest';
import { brief, figureParts, paragraphs, slipWords, splitExample } from './text.ts';

test('brief keeps the first sentence, or cuts it at a comma', () => {
  expect(brief('店主认了错。后来的事很长。')).toBe('店主认了错。');
  expect(brief('省下的是一次送检的钱，付出的是一笔罚款，还有两份合同和六个月的公示。', 24)).toBe(
    '省下的是一次送检的钱，付出的是一笔罚款。',
  );
});

test('figures and their units part; long numbers get commas', () => {
  expect(figureParts('8000元')).toEqual({ figure: '8,000', unit: '元' });
  expect(figureParts('6个月')).toEqual({ figure: '6', unit: '个月' });
  expect(figureParts('半年')).toEqual({ figure: '半年', unit: '' });
});

test('blank lines make no empty paragraph', () => {
  expect(paragraphs('一\n\n二\n')).toEqual(['一', '二']);
});

test('the mark 示例 leaves a name, but is not the name', () => {
  expect(splitExample('何一诺（示例）')).toEqual({ name: '何一诺', example: true });
  expect(splitExample('示例豆腐坊')).toEqual({ name: '示例豆腐坊', example: false });
});

test('the slip takes a tag that fits, else the kind of story', () => {
  expect(slipWords({ tags: ['信用修复新办法施行以后', '公示期'], kindName: '政策解读' })).toBe('公示期');
  expect(slipWords({ tags: [], kindName: '文艺作品·公益广告' })).toBe('文艺作品·公益');
});

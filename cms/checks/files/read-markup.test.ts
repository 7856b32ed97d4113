import { describe, expect, it } from 'vitest';
import { cellSign } from '../cell-sign.ts';
import { readHtml, readPlain } from './read-markup.ts';

const body = (source: string) => readHtml(source).texts[0]?.text;
const beside = (source: string) =>
  readHtml(source)
    .texts.slice(1)
    .map(({ field, kind, text }) => `${field} ${kind}：${text.trim()}`);

describe('the words of a page', () => {
  it.each<[string, string, string]>([
    ['over tags that part no word', '<p>老<b>赖</b><span>名</span></p>', '\n老赖名\n'],
    ['cells of one row in one line', '<tr><td>甲</td><td>乙</td></tr>', `\n甲${cellSign}乙${cellSign}\n`],
    ['a break', '甲<br>乙', '甲\n乙'],
    ['references', '甲&nbsp;&amp;&#20057;', '甲\u00a0&乙'],
    ['without what is a script or a style', '<style>p{}</style>甲<script>var a="乙"</script>', '\n\n甲\n\n'],
    ['without how a word is spoken', '<ruby>广<rt>guang</rt></ruby>元', '广元'],
  ])('%s', (_, source, text) => expect(body(source)).toBe(text));

  it('each knows the line and column of the source', () => {
    const source = '<html>\n<body>\n  <p>第一</p>\n  <p>第<b>二</b></p>\n</body>';
    const [text] = readHtml(source).texts;
    expect(text?.at?.(text.text.indexOf('第一'))).toBe('3:6');
    expect(text?.at?.(text.text.indexOf('二'))).toBe('4:10');
  });
});

describe('what stands beside them', () => {
  it.each<[string, string, string]>([
    ['an alternative text is read', '<img src="a.jpg" alt="三人合影">', '替代文字 prose：三人合影'],
    ['a hint as well', '<a title="点这里">x</a>', '提示文字 prose：点这里'],
    ['a description', '<meta name="description" content="诚信故事">', 'meta 内容 prose：诚信故事'],
    ['a value of a form', '<input value="1234">', '表单值 machine：1234'],
    ['an address, decoded', '<a href="/%E5%B9%BF%E5%85%83">x</a>', '链接地址 machine：/广元'],
    ['data', '<p data-note="内部">x</p>', '属性 data-note machine：内部'],
    ['a comment', '<!-- 草稿 -->', '注释 prose：草稿'],
    ['a script', '<script>var a="乙"</script>', '脚本或样式 machine：var a="乙"'],
    ['how a word is spoken', '<ruby>广<rt>guang</rt></ruby>', '注音 machine：guang'],
  ])('%s', (_, source, text) => expect(beside(source)).toContain(text));

  it('no looks, and nothing of one letter', () =>
    expect(beside('<p class="lead" style="color:red" id="a">x</p>')).toEqual([]));

  it('its place is that of its tag', () =>
    expect(readHtml('甲\n\n<img alt="乙乙">').texts[1]?.at?.(0)).toBe('替代文字 3:1'));
});

it('a page nested deeper than any that people write is refused, an unclosed list is not', () => {
  expect(() => readHtml('<div>'.repeat(5_000))).toThrow('层层嵌套');
  expect(body('<b>甲'.repeat(500))).toHaveLength(500);
});

it('a plain text is read as it stands, its places are its own', () => {
  const { texts } = readPlain('甲\n<b>乙</b>');
  expect(texts).toMatchObject([{ field: '正文', text: '甲\n<b>乙</b>' }]);
  expect(texts[0]?.at?.(5)).toBe('2:4');
});

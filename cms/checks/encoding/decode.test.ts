import { describe, expect, it } from 'vitest';
import { decode } from './decode.ts';

const text =
  '---\ntitle: 渡口的灯\n---\n\n他守着渡口的木牌，三十年里灯没有在时辰之前熄过。老赖二字不能写进稿件。2026年12月1日，示例镇。\n';
const utf8 = Buffer.from(text);
/** Big5 of 「誠信是立身之本，守信用的人走遍天下」 within a page that says so, and bare. */
const big5 = Buffer.from('b8dbabc8ac4fa5dfa8ada4a7a5bba141a6f5ab48a5ceaabaa4a8bdb9a4d1a455a143', 'hex');
const gbk = Buffer.from('b3cfd0c5b9e3d4aaa3acd6a4bac5b2bbd0b4d4dab8e5bcfec0efa1a3', 'hex');

describe('the encoding of a text', () => {
  it('is UTF-8 wherever it is cut', () => {
    for (let end = 40; end < utf8.length; end += 1) {
      const { damage, encoding, text: read } = decode(utf8.subarray(0, end));
      expect(encoding).toBe('utf-8');
      expect(text.startsWith(read.replace(/\ufffd+$/, ''))).toBe(true);
      expect(damage).toBe(read.endsWith('\ufffd') ? 'end' : 'none');
    }
  });

  it('is UTF-8 when the beginning is cut off, or a byte inside is lost', () => {
    const from = utf8.indexOf(Buffer.from('渡')) + 1;
    expect(decode(utf8.subarray(from))).toMatchObject({ encoding: 'utf-8', damage: 'inside' });
    const hurt = Buffer.concat([utf8.subarray(0, from), utf8.subarray(from + 1)]);
    expect(decode(hurt)).toMatchObject({ encoding: 'utf-8', damage: 'inside', text: expect.stringContaining('老赖') });
  });

  it('is Big5 when the page declares it, and when its letters show it', () => {
    const page = Buffer.concat([
      Buffer.from('<html><head><meta http-equiv="Content-Type" content="text/html; charset=big5"></head><body><p>'),
      big5,
      Buffer.from('</p></body></html>'),
    ]);
    expect(decode(page)).toMatchObject({ encoding: 'big5', text: expect.stringContaining('是立身之本，') });
    expect(decode(big5)).toMatchObject({ encoding: 'big5' });
  });

  it('is GB18030 otherwise, also cut, also when a page wrongly declares UTF-8', () => {
    expect(decode(gbk)).toEqual({ text: '诚信广元，证号不写在稿件里。', encoding: 'gb18030', damage: 'none' });
    expect(decode(gbk.subarray(0, -1))).toMatchObject({
      encoding: 'gb18030',
      damage: 'end',
      text: '诚信广元，证号不写在稿件里',
    });
    expect(decode(Buffer.concat([Buffer.from('<meta charset="utf-8">'), gbk])).encoding).toBe('gb18030');
  });

  it('is UTF-16 with a mark and without one, in Chinese too, in either order', () => {
    for (const words of [text, '渡口的灯三十年没有熄过', 'only letters']) {
      const little = Buffer.from(words, 'utf16le');
      const big = Buffer.from(little).swap16();
      expect(decode(Buffer.concat([Buffer.from([0xff, 0xfe]), little]))).toEqual({
        text: words,
        encoding: expect.stringMatching(/16le$/),
        damage: 'none',
      });
      expect(decode(Buffer.concat([Buffer.from([0xfe, 0xff]), big])).text).toBe(words);
      expect(decode(little).text).toBe(words);
      expect(decode(big).text).toBe(words);
    }
  });

  it('of nothing that is text is a refusal', () => {
    expect(() => decode(Buffer.from([0x80, 0x81, 0xff, 0xfe, 0xfd, 0x80, 0x80, 0xff, 0xff]))).toThrow('编码');
  });
});

import { describe, expect, it } from 'vitest';
import { declaredEncoding } from './declared.ts';

describe('what a file states of itself', () => {
  it.each<[string, string | null]>([
    ['<meta charset="gb2312">', 'gb18030'],
    ['<META CHARSET=GBK>', 'gb18030'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=big5">', 'big5'],
    ['<?xml version="1.0" encoding="GB18030"?>', 'gb18030'],
    ['  <?xml version="1.0" encoding=\'shift_jis\'?>', 'shift_jis'],
    ['@charset "big5";', 'big5'],
    ['<meta charset="utf-8">', null],
    ['<meta charset="utf-16">', null],
    ['<meta charset="klingon">', null],
    ['charset=gbk', null],
    [`${' '.repeat(5000)}<meta charset="gbk">`, null],
    ['', null],
  ])('%j', (text, encoding) => expect(declaredEncoding(Buffer.from(text))).toBe(encoding));
});

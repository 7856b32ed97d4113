import { describe, expect, it } from 'vitest';
import { namedKin } from './named-kin.ts';

describe('whose child it is', () => {
  it.each([
    ['他的父亲杨国庆是司机', '杨国庆'],
    ['妈妈刘芳道歉', '刘芳'],
    ['周大勇的孙子偷了车', '周大勇'],
    ['李秀珍之女参与欺凌', '李秀珍'],
    ['监护人为陈德明', '陈德明'],
    ['监护人：欧阳文博', '欧阳文博'],
    ['舅舅是做建材生意的胡海波', '胡海波'],
    ['钱志文夫妇之子', '钱志文'],
    ['奶奶何桂兰一个人带着他', '何桂兰'],
  ])('%s', (text, name) => {
    const found = namedKin(text);
    expect(found?.name).toBe(name);
    expect(text.slice(found?.from, found?.to)).toBe(name);
  });

  it.each([
    '妈妈没有骂他',
    '爸爸和妈妈一起道歉',
    '爸爸和老师一起来了',
    '妈妈向店主道歉',
    '爸爸连妈妈也骂了',
    '母亲王芳（化名）报警',
    '父亲张某赔偿',
    '外婆家在示例镇',
    '爷爷从地里回来',
    '孙子的老师王芳',
    '父母都在外地打工',
    '',
  ])('nobody: %s', (text) => expect(namedKin(text)).toBeNull());
});

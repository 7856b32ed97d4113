import { expect, it } from 'vitest';
import { strangeAddresses } from './strange-addresses.ts';

const hosts = (text: string) => strangeAddresses(text, 'chengxin.example.gov.cn').map(({ host }) => host);

it.each<[string, string[]]>([
  ['看 https://Game.Example.com/x 和 www.shop-example.com', ['game.example.com', 'shop-example.com']],
  ['ｈｔｔｐｓ：／／game.example.com', ['game.example.com']],
  ['登录 baidu.com 搜索', ['baidu.com']],
  ['<a href="//other.example.org/">x</a>', ['other.example.org']],
  ['https://chengxin.example.gov.cn:8443/teach', []],
  ['https://www.chengxin.example.gov.cn/', []],
  ['https://chengxin.example.gov.cn.evil.example/', ['chengxin.example.gov.cn.evil.example']],
  ['信箱 teacher@example.com', []],
  ['/teach/12 和 ./a', []],
  ['版本 3.5.cc1', []],
  ['一句平常的话。', []],
])('%s leads to %j', (text, found) => expect(hosts(text)).toEqual(found));

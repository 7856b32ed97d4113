import { expect, it } from 'vitest';
import { addressOf, deviceOf } from './client.ts';

it.each([
  [{ 'x-chengxin-peer': '10.1.2.3', 'x-forwarded-for': '6.6.6.6' }, '10.1.2.3'],
  [{ 'x-chengxin-peer': '127.0.0.1', 'x-forwarded-for': '6.6.6.6, 10.1.2.4' }, '127.0.0.1'],
  [{ 'x-chengxin-peer': '::1' }, '::1'],
  [{ 'x-forwarded-for': '6.6.6.6' }, null],
])('%j comes from %s: what our own server found out, and nothing else', (headers, address) => {
  expect(addressOf(new Headers(headers as Record<string, string>))).toBe(address);
});

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge，Windows',
  ],
  ['Mozilla/5.0 (Linux; Android 14; HarmonyOS) AppleWebKit/537.36 Chrome/120 HuaweiBrowser/15', '华为浏览器，鸿蒙'],
  ['curl/8', '其他程序'],
])('%s is called %s', (agent, name) => {
  expect(deviceOf(new Headers({ 'user-agent': agent }))).toBe(name);
});

/** Set by the back office's own server on every request (see `cms/http/client-address.ts`); what a client sends under this name is overwritten. */
export const peerHeader = 'x-chengxin-peer';

/** Whose machine asks. Null when the request did not come through the back office's server. */
export const addressOf = (headers: Headers): string | null => headers.get(peerHeader) || null;

const browsers: [RegExp, string][] = [
  [/MicroMessenger/, '微信'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/HuaweiBrowser/, '华为浏览器'],
  [/QQBrowser/, 'QQ 浏览器'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/Windows/, 'Windows'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, '安卓'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** A browser as its owner would name it, e.g. `Chrome，Windows`. */
export function deviceOf(headers: Headers): string {
  const agent = headers.get('user-agent') ?? '';
  const first = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(agent))?.[1];
  return [first(browsers) ?? '其他程序', first(systems)].filter(Boolean).join('，');
}

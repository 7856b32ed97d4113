/**
 * What each Weibo error code asks us to do (channels.md §2).
 * - done: published, only the display is delayed; duplicate: the same text is there already;
 * - unsure: says nothing about whether the post was made; hour / soon: limits, wait;
 * - person: someone must act at the account; content: the story or its picture must change.
 */
export type WeiboErrorClass = 'done' | 'duplicate' | 'unsure' | 'hour' | 'soon' | 'person' | 'content';

const byCode = new Map<number, WeiboErrorClass>([
  ...codes('done', 20032),
  ...codes('duplicate', 20017, 20019, 20111),
  ...codes('unsure', 10001, 10002, 10009, 10010),
  ...codes('hour', 10022, 10023, 10024),
  ...codes('soon', 20016),
  ...codes('person', 10014, 10017, 20015, 20022, 20031, 21327, 21332),
  ...codes('content', 20005, 20006, 20007, 20012, 20018, 20020, 20021),
]);

/** Codes that the contract does not name go to a person: better asked once too often than repeated blindly. */
export const classify = (code: number): WeiboErrorClass => byCode.get(code) ?? 'person';

/** What a person should do; one Chinese half-sentence. */
export const adviceFor = (code: number): string => advice[code] ?? '请到微博后台查看原因';

const advice: Record<number, string> = {
  10014: '这个应用没有发布权限，请到微博开放平台申请',
  10017: '微博不认文中的链接，请核对应用绑定的安全域名',
  20012: '请缩短标题或摘要',
  20005: '请换一张 JPG、PNG 或 GIF 图片',
  20006: '请换一张小于 5 MB 的图片',
  20015: '账号或应用受限，请到微博后台处理',
  20022: '账号或网络地址受限，请到微博后台处理',
  20031: '需要登录微博完成验证',
  21327: '授权已到期，请重新授权',
  21332: '授权无效，请重新授权',
};

function codes(kind: WeiboErrorClass, ...list: number[]): [number, WeiboErrorClass][] {
  return list.map((code) => [code, kind]);
}

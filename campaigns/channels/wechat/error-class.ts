/**
 * What each WeChat error code asks us to do (channels.md §1 Error classes).
 * - token: fetch a new access token and repeat once;
 * - busy: back off and repeat; minute: the same, but at least a minute;
 * - cover: the cover may not have been replicated yet, repeat a few times;
 * - quota: wait until the daily quota resets;
 * - done: it had been executed before;
 * - person: someone must act at the account; content: the story must change.
 */
export type WechatErrorClass = 'token' | 'busy' | 'minute' | 'cover' | 'quota' | 'done' | 'person' | 'content';

const byCode = new Map<number, WechatErrorClass>([
  ...codes('token', 40001, 40014, 42001),
  ...codes('busy', -1),
  ...codes('minute', 45011, 53501, 45066),
  ...codes('cover', 40007),
  ...codes('quota', 45009, 45028),
  ...codes('done', 45065),
  ...codes('person', 40164, 40125, 40243, 48001, 48004, 48021, 50002, 53500, 53503, 53504, 53505),
  ...codes('person', 89503, 89504, 89505, 89506, 89507),
  ...codes('content', 45001, 45002, 45003, 45004, 45005, 45008, 45110, 45166, 47001, 40005, 40009),
]);

/**
 * @param call `token`: the answer of the token endpoint, where only load and quota pass by themselves and
 *   everything else is the account's configuration.
 * Codes that the contract does not name go to a person: better asked once too often than repeated blindly.
 */
export function classify(code: number, call: 'token' | 'business'): WechatErrorClass {
  const known = byCode.get(code);
  // There 40001 is the account's secret; the others of its class can only be about a token that is under way.
  const passing = known === 'busy' || known === 'minute' || known === 'quota' || (known === 'token' && code !== 40001);
  if (call === 'token') return passing ? known : 'person';
  if (known) return known;
  return Math.floor(code / 1000) === 41 || Math.floor(code / 1000) === 44 ? 'content' : 'person';
}

/** What a person should do about the codes that are met most often; one Chinese half-sentence. */
export function adviceFor(code: number): string {
  return advice[code] ?? '请到公众平台后台查看原因';
}

const advice: Record<number, string> = {
  40001: '请核对 AppSecret',
  40013: '请核对 AppID',
  40125: '请核对 AppSecret',
  40164: '请把本机的公网 IP 加入公众平台的 IP 白名单',
  40243: 'AppSecret 已被冻结，请到公众平台解冻',
  48001: '该号没有这个接口的权限（未认证或个人主体），请改用人工推送',
  53500: '发布功能已被封禁，请到公众平台查看',
  53503: '草稿未通过发布检查，请到公众平台打开草稿查看',
  53504: '请到公众平台官网使用这篇草稿',
  53505: '请到公众平台手动保存草稿后再发表',
  89503: '请管理员在微信里确认本次调用',
  89504: '请管理员在 30 分钟内在微信里确认群发',
  89505: '管理员没有确认群发',
  89506: '管理员拒绝了本机 IP，24 小时内不能再试',
  89507: '管理员拒绝了本机 IP，1 小时内不能再试',
  45166: '正文含有平台不允许的链接或标签',
};

function codes(kind: WechatErrorClass, ...list: number[]): [number, WechatErrorClass][] {
  return list.map((code) => [code, kind]);
}

import { describe, expect, test } from 'vitest';
import { seeded } from '../../testing/random.ts';
import { handleCallback, maxCallbackBytes, timestampTolerance } from './handle-callback.ts';
import { callbackKeysSchema } from './keys.ts';
import { pad, seal } from './testing/seal.ts';
import { vector } from './testing/vector.ts';

const at = new Date('2027-03-15T09:00:00+08:00');
const newKey = 'N'.repeat(43);
const oldKey = 'O'.repeat(43);
const aes = { token: 'demo-token', appId: 'wxdemo', aesKeys: [newKey, oldKey] };
const open = { ...aes, aesKeys: [] };
const event = (inner: string, name = 'PUBLISHJOBFINISH') =>
  `<xml><CreateTime>1805072390</CreateTime><MsgType>event</MsgType><Event>${name}</Event>${inner}</xml>`;
const good = event(
  '<PublishEventInfo><publish_id>22</publish_id><publish_status>4</publish_status></PublishEventInfo>',
);
const mass = event('<MsgID>1000001</MsgID><Status><![CDATA[send success]]></Status>', 'MASSSENDJOBFINISH');

const bytes = (text: string) => new TextEncoder().encode(text);
const request = (query: Record<string, string>, body: string | Uint8Array = '', method = 'POST') => ({
  method,
  query: new URLSearchParams(query),
  body: typeof body === 'string' ? bytes(body) : body,
});
const wrap = (encrypt: string) =>
  `<xml><ToUserName><![CDATA[gh]]></ToUserName><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`;
const sealed = (xml: string, change: Partial<Parameters<typeof seal>[0]> = {}) => {
  const s = seal({ token: aes.token, aesKey: newKey, appId: aes.appId, xml, at, ...change });
  return request(
    {
      signature: s.signature,
      timestamp: s.timestamp,
      nonce: s.nonce,
      encrypt_type: 'aes',
      msg_signature: s.msgSignature,
    },
    wrap(s.encrypt),
  );
};
const plain = (xml: string, when = at) => {
  const s = seal({ token: open.token, aesKey: newKey, appId: open.appId, xml, at: when });
  return request({ signature: s.signature, timestamp: s.timestamp, nonce: s.nonce }, xml);
};

describe('别的工具算出的样本', () => {
  const query = {
    timestamp: vector.timestamp,
    nonce: vector.nonce,
    signature: vector.signature,
    msg_signature: vector.msgSignature,
    encrypt_type: 'aes',
  };

  test('解得开，读得出', () => {
    expect(handleCallback(request(query, wrap(vector.encrypt)), vector.keys, at)).toEqual({
      status: 200,
      body: 'success',
      event: {
        kind: 'publish',
        key: 'publish:2247503051:0',
        at,
        publishId: '2247503051',
        status: 0,
        articleId: '诚信-1',
        articleUrl: 'http://mp.example/s/1?a=1&b=2',
      },
    });
  });

  test('登记网址：签名对就回显', () => {
    const ask = request({ ...query, echostr: '5927' }, '', 'GET');
    expect(handleCallback(ask, vector.keys, at)).toEqual({ status: 200, body: '5927', event: null });
    ask.query.set('signature', vector.msgSignature);
    expect(handleCallback(ask, vector.keys, at)).toMatchObject({ status: 403, event: null });
  });
});

describe('签名', () => {
  test('每一处改动都被拒：参数、密文、令牌、大小写', () => {
    for (const name of ['timestamp', 'nonce', 'msg_signature']) {
      const ask = sealed(good);
      ask.query.set(
        name,
        `${ask.query.get(name)}`.replace(/.$/, (c) => (c === '1' ? '2' : '1')),
      );
      expect(handleCallback(ask, aes, at), name).toMatchObject({ status: 403, event: null });
    }
    const upper = sealed(good);
    upper.query.set('msg_signature', (upper.query.get('msg_signature') ?? '').toUpperCase());
    expect(handleCallback(upper, aes, at).status).toBe(403);
    const other = sealed(good);
    expect(handleCallback({ ...other, body: sealed(mass).body }, aes, at).status).toBe(403);
    expect(handleCallback(sealed(good), { ...aes, token: 'another' }, at).status).toBe(403);
    expect(handleCallback(plain(good), { ...open, token: 'another' }, at).status).toBe(403);
  });

  test('参数缺了、重了：不认', () => {
    for (const name of ['timestamp', 'nonce', 'msg_signature']) {
      const missing = sealed(good);
      missing.query.delete(name);
      expect(handleCallback(missing, aes, at).status, name).toBe(403);
      const twice = sealed(good);
      twice.query.append(name, twice.query.get(name) ?? '');
      expect(handleCallback(twice, aes, at).status, name).toBe(403);
    }
  });

  test('设了密钥就只收加密的，明文签名再对也不收', () => {
    expect(handleCallback(plain(good), aes, at)).toMatchObject({ status: 403, event: null });
    expect(handleCallback(plain(good), open, at)).toMatchObject({ status: 200, event: { publishId: '22' } });
  });

  test('时间差在十分钟以内才认，早晚都一样', () => {
    for (const sign of [-1, 1]) {
      expect(handleCallback(plain(good), open, new Date(at.getTime() + sign * timestampTolerance)).status).toBe(200);
      expect(
        handleCallback(plain(good), open, new Date(at.getTime() + sign * (timestampTolerance + 1_000))).status,
      ).toBe(403);
    }
  });
});

describe('加密', () => {
  test('正在更换密钥：新旧都认，第三个不认', () => {
    expect(handleCallback(sealed(good, { aesKey: oldKey }), aes, at)).toMatchObject({
      status: 200,
      event: { status: 4 },
    });
    expect(handleCallback(sealed(good, { aesKey: 'T'.repeat(43) }), aes, at)).toMatchObject({
      status: 400,
      event: null,
    });
  });

  test('别的账号的消息不认', () => {
    expect(handleCallback(sealed(good, { appId: 'wxother' }), aes, at)).toMatchObject({ status: 400, event: null });
  });

  test.each([
    ['补位为零', Buffer.alloc(32)],
    ['补位过长', Buffer.alloc(64, 33)],
    ['补位不齐', Buffer.concat([Buffer.alloc(31, 1), Buffer.from([2])])],
    ['整块都是补位', Buffer.alloc(32, 32)],
    ['长度超出', pad(Buffer.concat([Buffer.alloc(16), Buffer.from([255, 255, 255, 255]), Buffer.from('x')]))],
    ['没有长度', pad(Buffer.alloc(18))],
  ])('%s：读不懂，不出错', (_why, inner) => {
    expect(handleCallback(sealed('', { plain: inner }), aes, at)).toMatchObject({ status: 400, event: null });
  });

  test('消息长度怎样都解得开', () => {
    for (let n = 0; n < 70; n += 1) {
      expect(
        handleCallback(sealed(`<xml><MsgType>text</MsgType><Content>${'信'.repeat(n)}</Content></xml>`), aes, at),
        String(n),
      ).toEqual({ status: 200, body: 'success', event: null });
    }
  });
});

describe('消息', () => {
  test('群发结果', () => {
    expect(handleCallback(plain(mass), open, at).event).toEqual({
      kind: 'mass',
      key: 'mass:1000001:send success',
      at: new Date(1_805_072_390_000),
      msgId: '1000001',
      status: 'send success',
      sent: true,
      articleId: null,
      articleUrl: null,
    });
    expect(handleCallback(plain(mass.replace('send success', 'err(30003)')), open, at).event).toMatchObject({
      sent: false,
    });
  });

  test('别的消息收下不管；两种结果缺了编号，退回', () => {
    expect(handleCallback(plain('<xml><MsgType>text</MsgType></xml>'), open, at)).toEqual({
      status: 200,
      body: 'success',
      event: null,
    });
    expect(handleCallback(plain(event('', 'subscribe')), open, at)).toEqual({
      status: 200,
      body: 'success',
      event: null,
    });
    expect(handleCallback(plain(event('')), open, at)).toMatchObject({ status: 400, event: null });
    expect(handleCallback(plain(good.replace('>22<', '>22x<')), open, at)).toMatchObject({ status: 400, event: null });
  });

  test('方法和大小', () => {
    expect(handleCallback({ ...plain(good), method: 'PUT' }, open, at).status).toBe(405);
    expect(handleCallback({ ...plain(good), body: new Uint8Array(maxCallbackBytes + 1) }, open, at).status).toBe(413);
  });

  test('同一事件再来，编号相同；结果变了，编号不同', () => {
    const key = (xml: string) => handleCallback(plain(xml), open, at).event?.key;
    expect(key(good)).toBe(key(good.replace('1805072390', '1805072399')));
    expect(key(good)).not.toBe(key(good.replace('<publish_status>4', '<publish_status>5')));
  });
});

describe('乱来的请求', () => {
  const random = seeded(20270315);
  const any = (n: number) => Math.floor(random() * n);
  const noise = (n: number) => Uint8Array.from({ length: n }, () => any(256));

  test('随便什么字节：不出错，也从不当真', () => {
    for (let i = 0; i < 3_000; i += 1) {
      const names = ['signature', 'msg_signature', 'timestamp', 'nonce', 'echostr', 'encrypt_type'].filter(
        () => random() < 0.8,
      );
      const value = () =>
        random() < 0.4
          ? String(at.getTime() / 1000)
          : Buffer.from(noise(any(60))).toString(random() < 0.5 ? 'hex' : 'latin1');
      const ask = {
        method: ['GET', 'POST'][any(2)] ?? '',
        query: new URLSearchParams(names.map((name) => [name, value()])),
        body: noise(any(300)),
      };
      const answer = handleCallback(ask, random() < 0.5 ? aes : open, at);
      expect([403, 413]).toContain(answer.status);
      expect(answer.event).toBeNull();
    }
  });

  test('签名对而内容是乱的：不出错，没有事件', () => {
    for (let i = 0; i < 1_500; i += 1) {
      const xml = Buffer.from(noise(any(200))).toString('latin1');
      expect(handleCallback(plain(xml), open, at)).toMatchObject({ status: 400, event: null });
      const blocks = Buffer.from(noise(16 * any(20)));
      expect(handleCallback(sealed('', { plain: blocks }), aes, at).event).toBeNull();
    }
  });

  test('好消息改一个字节：加密的一概不认，明文的不出错', () => {
    for (let i = 0; i < 1_500; i += 1) {
      const ask = sealed(good);
      const body = Uint8Array.from(ask.body);
      const where = any(body.length);
      body[where] = (body[where] ?? 0) ^ (1 + any(255));
      const answer = handleCallback({ ...ask, body }, aes, at);
      // Outside of what is signed a change may stay without effect, but never with another one.
      if (answer.event) expect(answer.event).toMatchObject({ key: 'publish:22:4' });
      const bare = plain(good);
      const changed = Uint8Array.from(bare.body);
      changed[any(changed.length)] = any(256);
      handleCallback({ ...bare, body: changed }, open, at);
    }
  });
});

test('配置写错，一句话说清', () => {
  expect(callbackKeysSchema.safeParse(aes).success).toBe(true);
  const short = callbackKeysSchema.safeParse({ ...aes, aesKeys: ['短'] });
  expect(short.error?.issues[0]?.message).toContain('43 个字母或数字');
});

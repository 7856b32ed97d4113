import { randomBytes } from 'node:crypto';
import { decrypt as opened, encrypt as sealed, getSignature } from '@wecom/crypto';
import { describe, expect, test } from 'vitest';
import { seeded } from '../../testing/random.ts';
import { sealCallback } from '../emulator/callback-seal.ts';
import { decrypt } from './decrypt.ts';
import { handleCallback } from './handle-callback.ts';
import { signatureMatches } from './signature.ts';
import { parseXml, textOf } from './xml.ts';

// Tencent's own library for the same scheme: whatever it seals we open, and the other way round.
const random = seeded(43);
const any = (n: number) => Math.floor(random() * n);
const aesKey = () =>
  randomBytes(64).toString('base64').replace(/[+/=]/g, '').slice(0, 42) + 'AEIMQUYcgkosw048'.charAt(any(16));
const message = () =>
  Array.from({ length: any(200) }, () => ['诚', '信', '<', ']]>', '&', '\n', '🤝', 'a'][any(8)]).join('');
const at = new Date('2027-03-15T09:00:00+08:00');

describe('与 @wecom/crypto 互验', () => {
  test('它加密，我们解开', () => {
    for (let i = 0; i < 500; i += 1) {
      const [key, text, appId] = [aesKey(), message(), `wx${any(1e9)}`];
      expect(decrypt(sealed(key, text, appId), { token: 't-1', appId, aesKeys: [aesKey(), key] })).toBe(text);
    }
  });

  test('别人的密钥、别人的账号：解不开', () => {
    for (let i = 0; i < 500; i += 1) {
      const key = aesKey();
      expect(decrypt(sealed(key, message(), 'wx1'), { token: 't-1', appId: 'wx2', aesKeys: [key] })).toBeNull();
      expect(decrypt(sealed(key, message(), 'wx1'), { token: 't-1', appId: 'wx1', aesKeys: [aesKey()] })).toBeNull();
    }
  });

  test('模拟器加密，它解开，签名也一致', () => {
    for (let i = 0; i < 500; i += 1) {
      const [key, text] = [aesKey(), message()];
      const { query, body } = sealCallback(text, { token: 'cb-token', aesKey: key }, 'wxdemo', at.getTime());
      const cipher = textOf(parseXml(body), 'Encrypt') ?? '';
      expect(opened(key, cipher)).toMatchObject({ message: text, id: 'wxdemo' });
      expect(query.get('msg_signature')).toBe(
        getSignature('cb-token', query.get('timestamp') ?? '', query.get('nonce') ?? '', cipher),
      );
    }
  });

  test('它签的名我们认，改一处就不认', () => {
    const parts = ['cb-token', '1805072400', '7', sealed(aesKey(), '信', 'wxdemo')] as const;
    expect(signatureMatches(getSignature(...parts), [...parts])).toBe(true);
    expect(signatureMatches(getSignature(...parts), [...parts].with(2, '8'))).toBe(false);
  });
});

describe('改坏的通知', () => {
  const key = aesKey();
  const keys = { token: 'cb-token', appId: 'wxdemo', aesKeys: [key] };
  const deliver = (xml: string) => {
    const [timestamp, nonce, encrypt] = [String(at.getTime() / 1000), String(any(1e9)), sealed(key, xml, 'wxdemo')];
    const query = new URLSearchParams({
      timestamp,
      nonce,
      encrypt_type: 'aes',
      msg_signature: getSignature('cb-token', timestamp, nonce, encrypt),
    });
    return handleCallback(
      { method: 'POST', query, body: new TextEncoder().encode(`<xml><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`) },
      keys,
      at,
    );
  };
  const good =
    '<xml><ToUserName><![CDATA[gh]]></ToUserName><CreateTime>1805072390</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[PUBLISHJOBFINISH]]></Event><PublishEventInfo><publish_id>22</publish_id><publish_status>0</publish_status><article_id>a</article_id></PublishEventInfo></xml>';
  const pieces = good.match(/<[^>]+>|[^<]+/g) ?? [];
  const strange = [
    '<!DOCTYPE xml [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    '&e;',
    '<?xml version="1.0"?>',
    '<!-- -->',
    '<publish_id>23</publish_id>',
    '<xml>',
    '</xml>',
    '<![CDATA[',
    ']]>',
    '&#x32;',
    '\u0000',
    '<a href="b">',
    '<publish_status>9</publish_status>',
    '𠮷'.repeat(50),
  ];

  test('签名都对，内容删、重、换位、插入怪东西：不出错；读成事件的，编号和状态都照原文', () => {
    let read = 0;
    for (let i = 0; i < 4_000; i += 1) {
      const parts = [...pieces];
      for (let n = 1 + any(3); n > 0; n -= 1) {
        const where = any(parts.length);
        const act = any(4);
        if (act === 0) parts.splice(where, 1);
        else if (act === 1) parts.splice(where, 0, parts[any(parts.length)] ?? '');
        else if (act === 2) parts.splice(where, 0, strange[any(strange.length)] ?? '');
        else parts[where] = parts[any(parts.length)] ?? '';
      }
      const xml = parts.join('');
      const answer = deliver(xml);
      expect([200, 400, 403, 413], xml).toContain(answer.status);
      if (answer.event?.kind !== 'publish') continue;
      read += 1;
      expect(xml).not.toMatch(/<!DOCTYPE|<\?|<!--|&e;/);
      expect(xml).toContain(`<publish_id>${answer.event.publishId}</publish_id>`);
      expect(xml).toContain(`<publish_status>${answer.event.status}</publish_status>`);
    }
    expect(read).toBeGreaterThan(20);
  });

  test.each(['<publish_id>23</publish_id>', '<publish_status>4</publish_status>', '<article_id>b</article_id>'])(
    '同一处说了两遍（%s）：不挑一个信',
    (twice) => {
      const answer = deliver(good.replace('</PublishEventInfo>', `${twice}</PublishEventInfo>`));
      if (twice.startsWith('<article')) expect(answer.event).toMatchObject({ publishId: '22', articleId: null });
      else expect(answer).toMatchObject({ event: null, status: 400 });
    },
  );

  test('JSON、表单、空白都不是通知', () => {
    for (const body of [
      '{"MsgType":"event","Event":"PUBLISHJOBFINISH","PublishEventInfo":{"publish_id":"22","publish_status":0}}',
      '[]',
      'null',
      '{',
      'MsgType=event&Event=PUBLISHJOBFINISH',
      '',
      ' \n',
      '<xml/>',
      '<json>{}</json>',
    ]) {
      expect(deliver(body), body).toMatchObject({ event: null, status: 400 });
    }
    for (let i = 0; i < 500; i += 1) {
      const nested = JSON.stringify(Array.from({ length: any(6) }, () => ({ [message()]: [message(), any(9), null] })));
      expect(deliver(nested)).toMatchObject({ event: null, status: 400 });
    }
  });
});

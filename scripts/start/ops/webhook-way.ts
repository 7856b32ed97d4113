import type { Message } from '../../../campaigns/alarms/message.ts';
import type { Way } from './way.ts';

type WebhookFormat = 'json' | 'wecom' | 'dingtalk';

export interface WebhookWayOptions {
  url: string;
  format: WebhookFormat;
}

const patienceMs = 8000;
/** 企业微信 cuts a text message at 2,048 bytes. */
const robotBytes = 2000;

/** Alarms as one POST. The robots of 企业微信 and 钉钉 answer 200 also when they refuse: their errcode decides. */
export function createWebhookWay({ url, format }: WebhookWayOptions): Way {
  return {
    id: 'webhook',
    name: '网络通知',
    async send(message) {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(bodyOf(message, format)),
      });
      const answer = (await response.text()).slice(0, 500);
      if (!response.ok) throw new Error(`对方回答状态码 ${response.status}`);
      const code = format === 'json' ? 0 : errcodeOf(answer);
      if (code !== 0) throw new Error(`群机器人没有接受：${answer}`);
    },
  };
}

function bodyOf({ subject, text, notices }: Message, format: WebhookFormat): unknown {
  if (format !== 'json')
    return { msgtype: 'text', text: { content: cut(`${subject}\n\n${text}`.trimEnd(), robotBytes) } };
  return {
    subject,
    text,
    alarms: notices.map(({ kind, id, title, since, alarm }) => ({
      kind,
      id,
      title,
      since: since.toISOString(),
      urgency: alarm?.urgency ?? null,
      what: alarm?.what ?? null,
      advice: alarm?.advice ?? null,
      count: alarm?.measure ?? 0,
    })),
  };
}

function errcodeOf(answer: string): unknown {
  try {
    return (JSON.parse(answer) as { errcode?: unknown } | null)?.errcode;
  } catch {
    return undefined;
  }
}

/** At most so many bytes of UTF-8, never through a character. */
function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = '';
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > bytes - 3) break;
    kept += character;
  }
  return `${kept}…`;
}

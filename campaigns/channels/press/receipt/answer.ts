import type { Clock } from '../../../ports/clock.ts';
import { shanghaiMinute } from '../../shared/shanghai.ts';
import { receiptPage } from './page.ts';
import { readReceipt, type ReceiptClaim } from './link.ts';

/** What the page says of the thing that is receipted. */
export interface ReceiptSubject {
  /** Full name of the outlet. */
  outlet: string;
  title: string;
  /** When it was receipted before; null when not yet. */
  receivedAt: Date | null;
}

export interface ReceiptBook {
  /** Null when there is no such delivery or notice. */
  describe(claim: ReceiptClaim): Promise<ReceiptSubject | null>;
  /** Enters the receipt; a second time changes nothing. */
  record(claim: ReceiptClaim): Promise<void>;
}

/**
 * The address in an outlet's letter. GET shows what it is about and one button; only pressing it (POST) confirms, so
 * that mail scanners and previews which follow links confirm nothing.
 */
export async function answerReceipt(request: Request, key: Buffer, book: ReceiptBook, clock: Clock): Promise<Response> {
  const { method } = request;
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') {
    return page(405, '不能这样打开', ['请在浏览器里打开来信中的网址。'], { allow: 'GET, HEAD, POST' });
  }
  const url = new URL(request.url);
  const read = readReceipt(url.searchParams, key, clock.now());
  if ('error' in read) return page(read.status, '回执没有登记', [read.error]);
  const { claim } = read;
  const subject = await book.describe(claim);
  if (!subject) return page(404, '回执没有登记', ['没有找到这份稿件或通知：请打来信上的电话核对。']);
  const what = [`${subject.outlet}：`, `${nameOf(claim)}《${subject.title}》`];
  const already = subject.receivedAt;
  if (method === 'POST' && !already) await book.record(claim);
  if (method === 'POST' || already) {
    return page(200, '已登记回执', [...what, `回执时间：${shanghaiMinute(already ?? clock.now())}。不用再做别的，可以关闭本页。`]);
  }
  const button = claim.notice === null ? '我已收到稿件' : '我已收到并处理';
  return page(200, '请确认', what, {}, { button, action: `${url.pathname}${url.search}` });
}

function nameOf({ notice }: ReceiptClaim): string {
  if (notice === null) return '供稿';
  return notice.startsWith('更正') ? '更正通知' : '撤稿通知';
}

const page = (status: number, heading: string, lines: string[], headers: Record<string, string> = {}, form?: { button: string; action: string }): Response =>
  new Response(receiptPage(heading, lines, form), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'", ...headers,
    },
  });

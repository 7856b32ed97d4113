import type { Clock } from '../../../ports/clock.ts';
import { minuteText } from '../../../calendar/civil-day.ts';
import { receiptPage, type ReceiptForm } from './page.ts';
import { readReceipt, type ReceiptClaim } from './link.ts';

/** What the page says of the thing that is receipted. */
interface ReceiptSubject {
  /** Full name of the outlet. */
  outlet: string;
  title: string;
  /** When it was receipted before; null when not yet. */
  receivedAt: Date | null;
  /** Why a receipt for it no longer counts, one sentence; null while it does. */
  superseded: string | null;
}

/** What an outlet has done about a notice, in the words of its page. */
const handlings = {
  deleted: '没有刊发，或已经删除',
  corrected: '已经更正',
  printed: '已经刊印，将刊登更正',
  irrevocable: '已经播出或转出，收不回',
} as const;
export type Handling = keyof typeof handlings;

export interface ReceiptBook {
  /** Null when there is no such delivery or notice. */
  describe(claim: ReceiptClaim): Promise<ReceiptSubject | null>;
  /** Enters the receipt; false when it could not be entered just now. */
  record(claim: ReceiptClaim, handling: Handling | null): Promise<boolean>;
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
  if (!already && subject.superseded) return page(410, '回执没有登记', [...what, subject.superseded]);
  if (method === 'POST' && !already && !(await book.record(claim, await handlingOf(request, claim)))) {
    return page(
      503,
      '回执还没有登记',
      [...what, '系统正在处理这份稿件，请过一分钟再按一次。'],
      { 'retry-after': '60' },
      buttonFor(claim, url),
    );
  }
  if (method === 'POST' || already) {
    return page(200, '已登记回执', [
      ...what,
      `回执时间：${minuteText(already ?? clock.now())}。不用再做别的，可以关闭本页。`,
    ]);
  }
  return page(200, '请确认', what, {}, buttonFor(claim, url));
}

const buttonFor = (claim: ReceiptClaim, url: URL): ReceiptForm => {
  const action = `${url.pathname}${url.search}`;
  if (claim.notice === null) return { button: '我已收到稿件', action, choices: [] };
  const usual = usualHandling(claim);
  return {
    button: '我已收到并处理',
    action,
    choices: Object.entries(handlings).map(([value, label]) => ({ value, label, chosen: value === usual })),
  };
};

const usualHandling = ({ notice }: ReceiptClaim): Handling => (notice?.startsWith('更正') ? 'corrected' : 'deleted');

/** Whatever else a form may say, a pressed button is a receipt: what cannot be read counts as the usual. */
async function handlingOf(request: Request, claim: ReceiptClaim): Promise<Handling | null> {
  if (claim.notice === null) return null;
  const said = new URLSearchParams(await request.text()).get('handling');
  return said !== null && Object.hasOwn(handlings, said) ? (said as Handling) : usualHandling(claim);
}

function nameOf({ notice }: ReceiptClaim): string {
  if (notice === null) return '供稿';
  return notice.startsWith('更正') ? '更正通知' : '撤稿通知';
}

const page = (
  status: number,
  heading: string,
  lines: string[],
  headers: Record<string, string> = {},
  form?: ReceiptForm,
): Response =>
  new Response(receiptPage(heading, lines, form), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      ...headers,
    },
  });

'use client';
import type { HandAct } from '../../../campaigns/outbox/hands/by-hand.ts';
import type { ReceiptResult } from '../receipt-words.ts';
import { useRequest, type Said } from '../parts/use-request.ts';

export interface HandDesk {
  /** What the last request had to say. */
  said: Said | null;
  busy: boolean;
  enter(act: HandAct, body: { url?: string; note?: string }): Promise<boolean>;
  /** What an outlet has answered to a notice. */
  enterReceipt(receipt: { result: ReceiptResult; note?: string }): Promise<boolean>;
}

/** Talks to `POST /api/deliveries/:id/hand/:act`, of which `receipt` is one. */
export function useHand(deliveryId: string): HandDesk {
  const { busy, said, send } = useRequest('没有收到服务器的回答：请刷新台账，看看有没有登记上。');
  const post = async (act: HandAct | 'receipt', body: object) =>
    (await send(`/api/deliveries/${deliveryId}/hand/${act}`, body)).ok;
  return { said, busy, enter: post, enterReceipt: (receipt) => post('receipt', receipt) };
}

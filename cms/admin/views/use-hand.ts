'use client';
import type { HandAct } from '../../../campaigns/outbox/by-hand.ts';
import { useRequest, type Said } from '../parts/use-request.ts';

export interface HandDesk {
  /** What the last request had to say. */
  said: Said | null;
  busy: boolean;
  enter(act: HandAct, body: { url?: string; note?: string }): Promise<boolean>;
}

/** Talks to `POST /api/deliveries/:id/hand/:act`. */
export function useHand(deliveryId: string): HandDesk {
  const { busy, said, send } = useRequest('没有收到服务器的回答：请刷新台账，看看有没有登记上。');
  return { said, busy, enter: async (act, body) => (await send(`/api/deliveries/${deliveryId}/hand/${act}`, body)).ok };
}

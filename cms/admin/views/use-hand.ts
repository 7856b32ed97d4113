'use client';
import { useState } from 'react';
import type { HandAct } from '../../../campaigns/outbox/by-hand.ts';

export interface HandDesk {
  /** What the last request had to say. */
  said: { ok: boolean; message: string } | null;
  busy: boolean;
  enter(act: HandAct, body: { url?: string; note?: string }): Promise<boolean>;
}

const unreachable = { ok: false, message: '没有收到服务器的回答：请刷新台账，看看有没有登记上。' };

/** Talks to `POST /api/deliveries/:id/hand/:act`. */
export function useHand(deliveryId: string): HandDesk {
  const [said, setSaid] = useState<HandDesk['said']>(null);
  const [busy, setBusy] = useState(false);
  const enter: HandDesk['enter'] = async (act, body) => {
    setBusy(true);
    try {
      const response = await fetch(`/api/deliveries/${deliveryId}/hand/${act}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      const { message } = await response.json();
      setSaid({ ok: response.ok, message });
      return response.ok;
    } catch {
      setSaid(unreachable);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { said, busy, enter };
}

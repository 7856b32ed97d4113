'use client';
import { useRouter } from 'next/navigation.js';
import { useTransition } from 'react';
import { Said } from '../parts/Said.tsx';
import { useRequest } from '../parts/use-request.ts';

/** 现在就核对: brings the next look forward. It never sends. */
export function LookNow({ deliveryId, what }: { deliveryId: string; what: string }) {
  const router = useRouter();
  const { busy, said, send } = useRequest('没有收到服务器的回答：请刷新台账，看看核对了没有。');
  const [, startReading] = useTransition();
  const look = async () => {
    const { ok } = await send(`/api/deliveries/${deliveryId}/look`, {});
    // The worker looks every second; a little later its answer is there to be shown.
    if (ok) setTimeout(() => startReading(() => router.refresh()), 4000);
  };
  return (
    <div className="cx-look">
      <button
        aria-label={`现在就核对：${what}`}
        className="cx-button"
        disabled={busy}
        onClick={() => void look()}
        type="button"
      >
        现在就核对
      </button>
      <Said said={said} />
    </div>
  );
}

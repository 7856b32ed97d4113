'use client';
import { useState } from 'react';

export interface Enrolment {
  qr: string;
  secret: string;
  uri: string;
}

/** Where a log-in stands. `done` holds recovery codes to be kept before one goes on. */
export type Stage =
  | { step: 'start' | 'password' | 'code' }
  | { step: 'enrol'; enrolment: Enrolment }
  | { step: 'done'; recovery: string[] };

export interface Words {
  email: string;
  password: string;
  newPassword?: string;
  code?: string;
}

interface Answer {
  recoveryCodes?: string[];
  errors?: { message?: string; data?: { step?: 'password' | 'code' | 'enrol'; enrolment?: Enrolment } }[];
}

const lost = '没有收到服务器的回答：请检查网络后再试。';

/**
 * Sends everything said so far each time: nothing is signed in until the server has no more questions.
 * @param enter what follows once the person is in
 */
export function useSignIn(enter: () => void) {
  const [stage, setStage] = useState<Stage>({ step: 'start' });
  const [said, setSaid] = useState<{ message: string; asked: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (words: Words) => {
    setBusy(true);
    const response = await fetch('/api/users/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(words),
    }).catch(() => null);
    const answer = (await response?.json().catch(() => null)) as Answer | null | undefined;
    if (response?.ok && answer?.recoveryCodes) setStage({ step: 'done', recovery: answer.recoveryCodes });
    else if (response?.ok) {
      setBusy(false);
      return enter();
    } else {
      const [error] = answer?.errors ?? [];
      const step = error?.data?.step;
      // The first time a step is named it is a question, after that a refusal.
      setSaid({ message: error?.message ?? lost, asked: step !== undefined && step !== stage.step });
      if (step === 'enrol' && error?.data?.enrolment) setStage({ step, enrolment: error.data.enrolment });
      else if (step === 'password' || step === 'code') setStage({ step });
      else if (step === undefined && answer && response?.status !== 429 && stage.step !== 'start')
        setStage({ step: 'start' });
    }
    setBusy(false);
  };
  return { busy, enter, said, send, stage };
}

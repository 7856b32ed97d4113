import type { Stage } from '../story/stage.ts';

/** 403: not you; 409: not now; 422: something is missing. Each refusal is one sentence for the person who asked. */
export type Refusal = { ok: false; status: 403 | 409 | 422; message: string };
export type Verdict = { ok: true; next: Stage; message: string } | Refusal;

export const refuse = (status: Refusal['status'], message: string): Refusal => ({ ok: false, status, message });
export const allow = (next: Stage, message: string): Verdict => ({ ok: true, next, message });

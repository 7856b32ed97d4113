import type { Answer } from './wire.ts';

/** Errors of the platform come as HTTP 200; `errmsg` ends with a rid. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

export const refuse = (code: number, message: string): never => {
  throw new Refusal(code, message);
};

/** The platform writes JSON with escaped slashes, and now and then calls it text. */
export function json(value: unknown, random: () => number): Answer {
  const type = random() < 0.3 ? 'text/plain' : 'application/json; encoding=utf-8';
  return { status: 200, type, body: JSON.stringify(value).replaceAll('/', '\\/') };
}

export const errorReply = (code: number, message: string, random: () => number): Answer =>
  json({ errcode: code, errmsg: `${message} rid: ${hex(random)}-${hex(random)}-${hex(random)}` }, random);

const hex = (random: () => number) =>
  Math.floor(random() * 0xffffffff)
    .toString(16)
    .padStart(8, '0');

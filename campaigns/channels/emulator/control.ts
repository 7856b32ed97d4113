import { ZodError } from 'zod';
import type { Faults } from './faults.ts';
import { flip, SwitchError } from './switches.ts';
import type { Emulated, EmulatedReply, EmulatedRequest } from './server.ts';

/**
 * Switches for tests and demonstrations: `GET /__ledger`, `GET|POST|DELETE /__faults`, `GET|POST /__hold`,
 * `POST /__release`, `POST /__profile`, `POST /__switch` (the page's buttons). A fault is one of `faultSchema`, or
 * `{"switch":"<id>"}` for one of those that `GET /__faults` lists. They are no part of the platform's contract.
 */
export function control(emulated: Emulated, faults: Faults, request: EmulatedRequest): EmulatedReply {
  const route = `${request.method} ${request.path}`;
  try {
    switch (route) {
      case 'GET /__ledger':
        return { status: 200, body: emulated.ledger() };
      case 'GET /__faults':
        return {
          status: 200,
          body: { switches: emulated.switches().map(({ id, title, what, on }) => ({ id, title, what, on })) },
        };
      case 'POST /__faults': {
        const fault = json(request) as Parameters<Faults['add']>[0] | { switch: unknown };
        if (fault && 'switch' in fault) flip(emulated.switches(), fault.switch);
        else faults.add(fault);
        return done;
      }
      case 'POST /__switch':
        flip(emulated.switches(), new URLSearchParams(new TextDecoder().decode(request.bytes)).get('id'));
        return { status: 303, body: '', location: '/' };
      case 'DELETE /__faults':
        faults.clear();
        return done;
      case 'POST /__hold':
        faults.hold(json(request) as Parameters<Faults['hold']>[0]);
        return done;
      case 'GET /__hold':
        return { status: 200, body: { held: faults.held() } };
      case 'POST /__release':
        faults.release();
        return done;
      case 'POST /__profile':
        emulated.change(json(request));
        return done;
      default:
        return { status: 404, body: { error: `没有这个开关：${route}` } };
    }
  } catch (error) {
    const message =
      error instanceof SwitchError
        ? error.message
        : error instanceof ZodError
          ? error.issues.map((i) => `${i.path.join('.')}：${i.message}`).join('；')
          : '请求正文不是 JSON';
    return { status: 400, body: { error: `开关没有生效：${message}。` } };
  }
}

const done: EmulatedReply = { status: 200, body: { ok: true } };

const json = (request: EmulatedRequest): unknown => JSON.parse(new TextDecoder().decode(request.bytes));

import { subscribe } from 'node:diagnostics_channel';

/** The requests to one server that this process has on their way. */
export interface Wire {
  inFlight(): number;
  /** Called when a request sets out; replaces the one before. */
  onRequest(act: (() => void) | null): void;
  /** The same for a step that goes over no wire. */
  step(): void;
  /** Resolves once nothing is on its way any more. */
  calm(): Promise<void>;
  close(): void;
}

interface Line {
  open: number;
  act: (() => void) | null;
}

const lines = new Map<string, Line>();
const lineOf = (message: unknown) =>
  lines.get(String((message as { request?: { origin?: unknown } }).request?.origin ?? ''));
const ended = (message: unknown) => {
  const line = lineOf(message);
  if (line) line.open -= 1;
};
let listening = false;

// The HTTP client itself tells of each request, so that neither channels nor emulators need to know of this.
function listen(): void {
  if (listening) return;
  listening = true;
  subscribe('undici:request:create', (message) => {
    const line = lineOf(message);
    if (!line) return;
    line.open += 1;
    line.act?.();
  });
  subscribe('undici:request:trailers', ended);
  subscribe('undici:request:error', ended);
}

const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 1));

/** @param origin `http://127.0.0.1:port` */
export function openWire(origin: string): Wire {
  listen();
  const line: Line = { open: 0, act: null };
  lines.set(origin, line);
  return {
    inFlight: () => line.open,
    onRequest: (act) => void (line.act = act),
    step: () => line.act?.(),
    async calm() {
      for (let quiet = 0; quiet < 3; quiet = line.open <= 0 ? quiet + 1 : 0) await turn();
    },
    close: () => void lines.delete(origin),
  };
}

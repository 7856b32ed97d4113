import { openLog } from './open-log.mjs';
import { hide, secretsIn } from './hide.ts';
import { recordsOf } from './record.ts';

export type LogFormat = 'text' | 'json';

type Done = (error?: Error | null) => void;

/**
 * From here on everything that this process writes to stderr, whoever writes it, goes out without secrets and personal data:
 * as it is for people, or as JSON lines for a collector. stdout belongs to results and stays.
 * @returns tells that the environment has changed: further secrets are known
 */
export function guardOutput(format: LogFormat, stream: NodeJS.WriteStream = process.stderr): () => void {
  const raw = stream.write.bind(stream);
  let secrets = secretsIn(process.env);
  const send = format === 'json' ? asJson((line) => raw(line), () => secrets) : (text: string) => raw(hide(text, secrets));
  stream.write = ((chunk: string | Uint8Array, encoding?: BufferEncoding | Done, done?: Done) => {
    const more = send(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
    const called = typeof encoding === 'function' ? encoding : done;
    if (called) process.nextTick(called);
    return more;
  }) as typeof stream.write;
  return () => { secrets = secretsIn(process.env); };
}

/** What is written without a line's end waits for it. */
function asJson(raw: (line: string) => boolean, secrets: () => readonly string[]): (text: string) => boolean {
  let more = true;
  let open = '';
  const log = openLog((line) => { more = raw(line); });
  const tell = (written: string) => {
    for (const { level, msg, ...fields } of recordsOf(written)) log[level](hidden(fields, secrets()) as object, hide(msg, secrets(), { mail: true }));
  };
  // What Node itself would print past every stream.
  process.removeAllListeners('warning');
  process.on('warning', (warning) => log.warn({ part: 'Node' }, hide(`${warning.name}: ${warning.message}`, secrets(), { mail: true })));
  process.on('uncaughtException', (error) => {
    log.fatal({ detail: hide(error.stack ?? '', secrets(), { mail: true }) }, hide(`程序内部出错：${error.message}`, secrets(), { mail: true }));
    process.exit(1);
  });
  process.on('exit', () => tell(open));
  return (text) => {
    const end = (open + text).lastIndexOf('\n') + 1;
    const [whole, rest] = [(open + text).slice(0, end), (open + text).slice(end)];
    open = rest;
    tell(whole);
    return more;
  };
}

/** Every string in it, however deep. */
function hidden(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return hide(value, secrets, { mail: true });
  if (Array.isArray(value)) return value.map((one) => hidden(one, secrets));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, hidden(one, secrets)]));
}

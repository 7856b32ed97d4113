import { environment } from '../settings/environment.ts';
import { StringDecoder } from 'node:string_decoder';
import { inspect } from 'node:util';
import { openLog } from './open-log.mjs';
import { hide, hideIn, secretsIn } from './hide.ts';
import { recordsOf } from './record.ts';

export type LogFormat = 'text' | 'json';

type Done = (error?: Error | null) => void;
/** Takes whole lines; says whether the stream takes more. */
type Send = (lines: string) => boolean;

/** So long a line waits for its end; nothing that is worth hiding is longer. */
const longestLine = 65_536;

/**
 * From here on everything that this process writes to stderr, whoever writes it, goes out without secrets and personal data:
 * as it is for people, or as JSON lines for a collector. What is written without a line's end waits for it, because a number
 * may come in two pieces. stdout belongs to results and stays.
 * @returns tells that the environment has changed: further secrets are known
 */
export function guardOutput(format: LogFormat, stream: NodeJS.WriteStream = process.stderr): () => void {
  const raw = stream.write.bind(stream);
  let secrets = secretsIn(environment());
  const send =
    format === 'json'
      ? asJson(
          (line) => raw(line),
          () => secrets,
        )
      : asText(
          (lines) => raw(lines),
          () => secrets,
        );
  const decoder = new StringDecoder('utf8');
  let open = '';
  stream.write = ((chunk: string | Uint8Array, encoding?: BufferEncoding | Done, done?: Done) => {
    open += typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk));
    const end = open.length > longestLine ? open.length : open.lastIndexOf('\n') + 1;
    const whole = open.slice(0, end);
    open = open.slice(end);
    const more = whole === '' || send(whole);
    const called = typeof encoding === 'function' ? encoding : done;
    if (called) process.nextTick(called);
    return more;
  }) as typeof stream.write;
  process.on('exit', () => open !== '' && send(open));
  return () => {
    secrets = secretsIn(environment());
  };
}

/** What goes wrong where nobody catches it Node would print past every stream, and end the process. */
const onUncaught = (tell: (error: unknown) => void): void => {
  process.on('uncaughtException', (error: unknown) => {
    tell(error);
    process.exit(1);
  });
};

function asText(raw: Send, secrets: () => readonly string[]): Send {
  onUncaught((error) => raw(hide(`✗ 程序内部出错：${inspect(error)}\n`, secrets())));
  return (lines) => raw(hide(lines, secrets()));
}

function asJson(raw: Send, secrets: () => readonly string[]): Send {
  let more = true;
  const log = openLog((line) => {
    more = raw(line);
  });
  const hidden = (text: string) => hide(text, secrets(), { mail: true });
  // What Node itself would print past every stream.
  process.removeAllListeners('warning');
  process.on('warning', (warning) => log.warn({ part: 'Node' }, hidden(`${warning.name}: ${warning.message}`)));
  onUncaught((error) =>
    log.fatal(
      { detail: hidden(inspect(error)) },
      hidden(`程序内部出错：${error instanceof Error ? error.message : inspect(error)}`),
    ),
  );
  return (lines) => {
    for (const { level, msg, ...fields } of recordsOf(lines)) log[level](hideIn(fields, hidden) as object, hidden(msg));
    return more;
  };
}

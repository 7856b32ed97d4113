import { Readable } from 'node:stream';
import type { BuiltMail } from './letter-mail.ts';

/** The server did not take the message, or did not say that it has. */
export class NotTaken extends Error {
  /** True when the whole text had left: then the server may have taken it all the same. */
  readonly whole: boolean;
  /** SMTP code of the server's refusal; null when the connection was lost. */
  readonly code: number | null;
  readonly login: boolean;

  constructor(cause: Error, state: { whole: boolean; code: number | null; login: boolean }) {
    super(cause.message, { cause });
    this.whole = state.whole;
    this.code = state.code;
    this.login = state.login;
  }
}

const chunk = 16 * 1024;
const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

/**
 * One SMTP session for one message (RFC 5321). The text is not touched before the server has answered 354 to DATA, and is
 * read no faster than the socket takes it, so that it is known whether the end of it can have arrived.
 * @throws NotTaken
 */
export async function sendOnce(url: string, { envelope, raw }: BuiltMail, signal: AbortSignal): Promise<void> {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection');
  const connection = new SMTPConnection({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    ...timeouts,
  });
  const stop = () => connection.close();
  signal.addEventListener('abort', stop, { once: true });
  let whole = false;
  let login = false;
  function* text() {
    for (let at = 0; at < raw.length; at += chunk) yield raw.subarray(at, at + chunk);
    whole = true;
  }
  try {
    await new Promise<void>((done, fail) => {
      connection.once('error', fail);
      connection.once('end', () => fail(new Error('连接断开')));
      const then = (next: () => void) => (error?: Error | null) => (error ? fail(error) : next());
      const send = () =>
        connection.send(envelope, Readable.from(text(), { objectMode: false, highWaterMark: chunk }), then(done));
      connection.connect(
        then(() => {
          if (!username) return send();
          login = true;
          connection.login(
            { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
            then(() => {
              login = false;
              send();
            }),
          );
        }),
      );
    });
  } catch (error) {
    const cause = error instanceof Error ? error : new Error(String(error));
    const code =
      'responseCode' in cause && typeof cause.responseCode === 'number' && cause.responseCode >= 400
        ? cause.responseCode
        : null;
    throw new NotTaken(cause, { whole, code, login });
  } finally {
    signal.removeEventListener('abort', stop);
    connection.on('error', () => {});
    connection.quit();
    connection.close();
  }
}

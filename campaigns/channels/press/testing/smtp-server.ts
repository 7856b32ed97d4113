import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface TestSmtp {
  port: number;
  url: string;
  /** Every message that the server has taken, in order. */
  mails: Email[];
  /**
   * What happens at the next such moment: the connection is dropped (RCPT before it is answered; DATA before or after the
   * whole message is taken), or the server refuses with a code.
   */
  cut(at: 'RCPT' | 'DATA', mode: 'drop-before' | 'drop-after' | { refuse: number }): void;
  close(): Promise<void>;
}

/** A real SMTP server on this machine. */
export async function startSmtp(): Promise<TestSmtp> {
  const mails: Email[] = [];
  const cuts: { at: string; mode: 'drop-before' | 'drop-after' | { refuse: number } }[] = [];
  const sockets = new Set<Socket>();
  const drop = () => sockets.forEach((socket) => socket.destroy());
  const next = (at: string) => {
    const i = cuts.findIndex((cut) => cut.at === at);
    return i < 0 ? null : (cuts.splice(i, 1)[0]?.mode ?? null);
  };
  const refusal = (code: number) => Object.assign(new Error('refused for the test'), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_address, _session, answer) {
      const mode = next('RCPT');
      if (mode === 'drop-before' || mode === 'drop-after') return drop();
      answer(mode ? refusal(mode.refuse) : null);
    },
    onData(stream, _session, answer) {
      const mode = next('DATA');
      if (mode === 'drop-before') {
        stream.once('data', drop);
        stream.resume();
        return;
      }
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (mode && mode !== 'drop-after') return answer(refusal(mode.refuse));
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          mails.push(mail);
          if (mode === 'drop-after') drop();
          else answer();
        });
      });
    },
  });
  server.on('error', () => {});
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    mails,
    cut: (at, mode) => void cuts.push({ at, mode }),
    close: () => new Promise((done) => server.close(() => done())),
  };
}

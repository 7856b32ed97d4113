import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A real mail server that takes mail for anybody, until it is told to be out of order. */
export interface PostOffice {
  url: string;
  mails: Email[];
  /** Who each mail was handed over for. */
  recipients: string[][];
  broken: boolean;
  close(): Promise<void>;
}

export async function startPostOffice(): Promise<PostOffice> {
  const office: PostOffice = {
    url: '',
    mails: [],
    recipients: [],
    broken: false,
    close: () => new Promise((done) => server.close(() => done())),
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (office.broken) return done(Object.assign(new Error('disk full'), { responseCode: 452 }));
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          office.mails.push(mail);
          office.recipients.push(session.envelope.rcptTo.map(({ address }) => address));
          done();
        });
      });
    },
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  office.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return office;
}

export interface Receiver {
  url: string;
  bodies: unknown[];
  /** What it answers: status and body. */
  answer: [status: number, body: string];
  close(): Promise<void>;
}

/** A real HTTP server that takes whatever is posted to it. */
export async function startReceiver(): Promise<Receiver> {
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => (text += part));
    request.on('end', () => {
      receiver.bodies.push(JSON.parse(text));
      response.writeHead(receiver.answer[0]).end(receiver.answer[1]);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/alarms`,
    bodies: [],
    answer: [200, '{"errcode":0}'],
    close: () => new Promise((done) => server.close(() => done())),
  };
  return receiver;
}

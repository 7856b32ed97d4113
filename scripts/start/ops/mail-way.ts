import type { Way } from './way.ts';

export interface MailWayOptions {
  smtpUrl: string;
  from: string;
  to: readonly string[];
}

const patienceMs = 8000;

/** Alarms as plain mail, one for all addressees. */
export function createMailWay({ smtpUrl, from, to }: MailWayOptions): Way {
  return {
    id: 'mail',
    name: '邮件',
    async send({ subject, text }) {
      const { createTransport } = await import('nodemailer');
      const transport = createTransport({
        url: smtpUrl,
        connectionTimeout: patienceMs,
        greetingTimeout: patienceMs,
        socketTimeout: patienceMs,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      try {
        // Auto-Submitted keeps out-of-office answers away.
        await transport.sendMail({ from, to: [...to], subject, text, headers: { 'Auto-Submitted': 'auto-generated' } });
      } finally {
        transport.close();
      }
    },
  };
}

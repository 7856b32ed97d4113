import type { Clock } from '../../../ports/clock.ts';
import { letterMail, messageIdOf, type MailPlace } from './letter-mail.ts';
import { NotTaken, sendOnce } from './smtp-session.ts';
import type { Found, Handed, Transport } from './transport.ts';

/** What most mail servers take, attachments encoded; bytes. */
const largest = 25 * 1024 * 1024;

/**
 * Mail to the outlet. What has been handed to a mail server cannot be looked up, so a connection lost after the text was
 * on its way is a doubt that a person settles by telephone; nothing is sent twice without that person
 * (docs/decisions/009-mail-cannot-be-looked-up.md).
 * @param url `smtp://user:password@host:port` or `smtps://…`
 */
export function bySmtp(url: string, place: MailPlace, outlet: string, clock: Clock): Transport {
  const there = (id: string): Extract<Found, { kind: 'there' }> => ({
    kind: 'there',
    reference: messageIdOf(id, place.from),
    note: `邮件已由发信服务器收下，寄往“${outlet}”（${place.to}）。`,
  });
  const doubt: Extract<Found, { kind: 'doubt' }> = {
    kind: 'doubt',
    note: `寄给“${outlet}”的邮件交到一半没有回音，可能已到，也可能没到，邮件查不出来：请打电话问对方，收到了就登记“已发出”，没有收到再登记“重新发送”。`,
  };
  return {
    by: 'smtp',

    async deliver(parcel, notes, signal) {
      // Only a person's “send again” leads from a doubt to here: nothing else follows one.
      if (notes.stage() === 'gone') return there(parcel.id);
      if (notes.stage() === 'going')
        return { kind: 'unknown', lookAfter: 0, note: '上一次寄信中断，不知是否寄出，先核对。' };
      const mail = await letterMail(place, parcel, clock.now());
      if (mail.raw.length > largest) {
        return {
          kind: 'blocked',
          note: `邮件连附件有 ${Math.ceil(mail.raw.length / 1024 / 1024)} MB，超过邮件服务器通常收的 25 MB，没有寄：请换小一些的图片，或把这家单位改成 SFTP。`,
        };
      }
      await notes.write({ stage: 'going' });
      try {
        await sendOnce(url, mail, signal);
      } catch (error) {
        if (!(error instanceof NotTaken)) throw error;
        const handed = judge(error);
        if (handed.kind !== 'unknown') await notes.write({ stage: null });
        return handed;
      }
      await notes.write({ stage: 'gone' });
      return there(parcel.id);
    },

    async find(id, notes) {
      switch (notes.stage()) {
        case 'gone':
          return there(id);
        case 'going':
          await notes.write({ stage: 'doubt' });
          return doubt;
        case 'doubt':
          return doubt;
        case null:
          return { kind: 'absent', note: '邮件还没有寄。' };
      }
    },
  };
}

/** A numbered answer means that the server has refused; without one the message may be on its way once it was whole. */
function judge({ whole, code, login, message }: NotTaken): Extract<Handed, { kind: 'unknown' | 'retry' | 'blocked' }> {
  if (whole && code === null)
    return { kind: 'unknown', lookAfter: 0, note: `邮件交出后没有回音（${message}），不知是否寄到。` };
  if (login && code !== null && code >= 500)
    return { kind: 'blocked', note: `发信服务器不认账号或密码（${message}），没有寄：请核对环境变量 SMTP_URL。` };
  if (code !== null && code >= 500)
    return { kind: 'blocked', note: `发信服务器不收（${message}），没有寄：请核对收件地址、附件大小和发件人。` };
  return { kind: 'retry', after: 300_000, note: `邮件没有寄出（${message}），稍后再寄。` };
}

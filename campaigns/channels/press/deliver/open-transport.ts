import { join } from 'node:path';
import type { Clock } from '../../../ports/clock.ts';
import { safeName } from '../../shared/pack.ts';
import type { PressConfig } from '../config.ts';
import type { ReceiptDesk } from '../receipt/link.ts';
import { byFolder } from './by-folder.ts';
import { bySftp, type SftpSecret } from './by-sftp.ts';
import { bySmtp } from './by-smtp.ts';
import type { Transport } from './transport.ts';

/** What the environment gives the press channels; nothing set means that everything stays in folders. */
export interface PressAccess {
  smtp?: { url: string; from: string };
  /** The outlet's SFTP password or key; null when none is set. */
  secretOf?(outletId: string): SftpSecret | null;
  /** Names of the variables that would hold it, for the ledger. */
  secretNames?(outletId: string): string;
  /** Where receipts are signed for; without it letters ask for a signature on paper only. */
  receipts?: ReceiptDesk;
  /** True for demonstrations: folders only, whatever is set. */
  demo?: boolean;
}

/** The outlet's own way, or its folder when the environment lacks what that needs; then the ledger says so. */
export function openTransport(config: PressConfig, access: PressAccess, clock: Clock): Transport {
  const { deliver, outlet, id, dir } = config;
  const parent = join(dir, safeName(id));
  if (deliver.by === 'folder') return byFolder(parent, outlet, null);
  if (access.demo) return byFolder(parent, outlet, '演示时不往外送。');
  if (deliver.by === 'smtp') {
    if (!access.smtp)
      return byFolder(parent, outlet, '没有设置 SMTP_URL 和 MAIL_FROM，没有寄邮件：请派人送去，或设好后再发。');
    return bySmtp(access.smtp.url, { to: deliver.to, from: access.smtp.from }, outlet, clock);
  }
  const secret = access.secretOf?.(id);
  if (!secret)
    return byFolder(
      parent,
      outlet,
      `没有设置 ${access.secretNames?.(id) ?? 'SFTP 密码'}，没有上传：请派人送去，或设好后再发。`,
    );
  return bySftp(deliver, secret, outlet);
}

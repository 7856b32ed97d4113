import { environment } from './environment.ts';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { PressAccess } from '../../campaigns/channels/press/deliver/open-transport.ts';
import type { SftpSecret } from '../../campaigns/channels/press/deliver/by-sftp.ts';
import { receiptKey } from '../../campaigns/channels/press/receipt/link.ts';
import { exitCodes, Failure } from '../cli/failure.ts';
import type { Settings } from './settings.ts';

const names = (outletId: string) => {
  const stem = `PRESS_${outletId.toUpperCase().replaceAll('-', '_')}`;
  return { password: `${stem}_PASSWORD`, keyFile: `${stem}_KEY_FILE` };
};

/**
 * What the environment gives the press channels: `SMTP_URL`, `MAIL_FROM`, and for each outlet `PRESS_<ID>_PASSWORD` or
 * `PRESS_<ID>_KEY_FILE` (the id in capitals, `-` as `_`). Demonstrations send nothing out.
 * @throws Failure (exit code 3) for a key file that cannot be read
 */
export async function pressAccess(
  settings: Settings,
  env: Record<string, string | undefined> = environment(),
): Promise<PressAccess> {
  const keys = new Map<string, string>();
  for (const [name, path] of Object.entries(env)) {
    if (!/^PRESS_[A-Z0-9_]+_KEY_FILE$/.test(name) || !path?.trim()) continue;
    keys.set(name, await keyText(name, path.trim()));
  }
  const { SMTP_URL: url, MAIL_FROM: from } = settings;
  const secret = z
    .string()
    .min(16)
    .optional()
    .parse(env.PAYLOAD_SECRET || undefined);
  return {
    demo: settings.CHANNELS === 'emulator',
    ...(url && from ? { smtp: { url, from } } : {}),
    ...(secret ? { receipts: { siteUrl: settings.siteUrl, key: receiptKey(secret) } } : {}),
    secretOf: (outletId): SftpSecret | null => {
      const { password, keyFile } = names(outletId);
      const privateKey = keys.get(keyFile);
      const given = env[password]?.trim();
      if (!privateKey && !given) return null;
      return {
        ...(given && !privateKey ? { password: given } : {}),
        ...(privateKey ? { privateKey, ...(given ? { passphrase: given } : {}) } : {}),
      };
    },
    secretNames: (outletId) => `${names(outletId).password} 或 ${names(outletId).keyFile}`,
  };
}

async function keyText(name: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const why = error instanceof Error && 'code' in error && error.code === 'ENOENT' ? '没有这个文件' : '读不了';
    throw new Failure(`环境变量 ${name} 指的私钥文件“${path}”${why}：请核对路径和权限。`, exitCodes.environment);
  }
}

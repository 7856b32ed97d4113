import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { posix } from 'node:path';
import type SftpClient from 'ssh2-sftp-client';
import { safeName } from '../../shared/pack.ts';
import { parcelFiles, type Parcel, type ParcelNotes } from '../parcel.ts';
import { reason, type Found, type Handed, type Transport } from './transport.ts';

export interface SftpPlace {
  host: string;
  port: number;
  user: string;
  /** Folder on the outlet's server that parcels are put into; must exist. */
  path: string;
  /** `SHA256:…` of the server's host key, as `ssh-keygen -lf` prints it. */
  fingerprint: string;
}

export interface SftpSecret {
  password?: string;
  /** Text of a private key. */
  privateKey?: string;
  /** Of the private key. */
  passphrase?: string;
}

/** After a doubtful rename the server gets this long, in milliseconds, to finish what it had read. */
const settleMs = 10_000;

/**
 * The outlet's SFTP server. A parcel is uploaded under a temporary name that belongs to it alone and then renamed, which
 * SFTP refuses when the name is taken. The temporary folder is the proof for later: once the rename was begun and it is
 * gone, the parcel has arrived, even when the outlet has taken it away meanwhile.
 */
export function bySftp(place: SftpPlace, secret: SftpSecret, outlet: string): Transport {
  const there = (folder: string): Extract<Handed, { kind: 'there' }> => ({
    kind: 'there',
    reference: folder,
    note: `已送到“${outlet}”的 SFTP 服务器。`,
  });
  const temporary = (id: string) => posix.join(place.path, `.${safeName(id)}.part`);

  async function search(sftp: SftpClient, id: string, notes: ParcelNotes): Promise<Found> {
    const names = (await sftp.list(place.path)).map(({ name }) => name);
    const final = names.find((name) => !name.startsWith('.') && name.endsWith(`-${safeName(id)}`));
    if (final) return there(final);
    if (notes.stage() === 'gone') return there(notes.folder() ?? id);
    if (notes.stage() === 'going' && !names.includes(posix.basename(temporary(id)))) return there(notes.folder() ?? id);
    return { kind: 'absent', note: '对方的 SFTP 服务器上还没有。' };
  }

  return {
    by: 'sftp',

    async deliver(parcel, notes, signal) {
      return connected(place, secret, signal, async (sftp) => {
        const found = await search(sftp, parcel.id, notes);
        if (found.kind === 'there') return found;
        await notes.write({ stage: null });
        const folder = temporary(parcel.id);
        await upload(sftp, folder, parcel);
        await notes.write({ stage: 'going' });
        try {
          await sftp.rename(folder, posix.join(place.path, parcel.folder));
        } catch (error) {
          // An answer with a status code: the server lives and has not done it.
          if (statusOf(error) !== null) {
            await notes.write({ stage: null });
            return { kind: 'retry', after: 60_000, note: `对方的 SFTP 服务器不肯改名（${reason(error)}），稍后再试。` };
          }
          return {
            kind: 'unknown',
            lookAfter: settleMs,
            note: `改名时断线（${reason(error)}），不知是否已送到，先去对方服务器上核对。`,
          };
        }
        await notes.write({ stage: 'gone' });
        return there(parcel.folder);
      });
    },

    async find(id, notes, signal) {
      const found = await connected<Found>(place, secret, signal, (sftp) => search(sftp, id, notes));
      // Whoever cannot look knows nothing yet.
      return found.kind === 'retry' || found.kind === 'blocked'
        ? { kind: 'unknown', lookAfter: 60_000, note: found.note }
        : found;
    },
  };
}

async function upload(sftp: SftpClient, folder: string, parcel: Parcel): Promise<void> {
  // What an earlier, interrupted upload left.
  if (await sftp.exists(folder)) await sftp.rmdir(folder, true);
  const files = parcelFiles(parcel);
  for (const parent of new Set([folder, ...files.map(({ path }) => posix.dirname(posix.join(folder, path)))]))
    await sftp.mkdir(parent, true);
  for (const { path, bytes } of files) await sftp.put(Buffer.from(bytes), posix.join(folder, path));
}

/** Nothing that throws in `work` has reached the rename: it is certainly not executed. */
async function connected<T>(
  place: SftpPlace,
  secret: SftpSecret,
  signal: AbortSignal,
  work: (sftp: SftpClient) => Promise<T>,
): Promise<T | Extract<Handed, { kind: 'retry' | 'blocked' }>> {
  // Loaded when it is needed: most cities have no outlet with a server, and every start would pay for it.
  const { default: Client } = await import('ssh2-sftp-client');
  const sftp = new Client();
  // Errors come back as rejections; without a listener a lost connection would also be thrown at the process.
  sftp.on('error', () => {});
  const stop = () => void sftp.end().catch(() => {});
  signal.addEventListener('abort', stop, { once: true });
  let seen = '';
  try {
    await sftp.connect({
      // SFTP asks and waits for every little step: without the delay that gathers small packets it is many times quicker.
      sock: connect({ host: place.host, port: place.port, noDelay: true }),
      host: place.host,
      port: place.port,
      username: place.user,
      ...secret,
      readyTimeout: 20_000,
      hostVerifier: (key: Buffer) => {
        seen = fingerprintOf(key);
        return seen === place.fingerprint;
      },
    });
  } catch (error) {
    stop();
    return refusedBy(place, seen, reason(error));
  }
  try {
    return await work(sftp);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (error.code === 'ERR_BAD_PATH' || /No such file|no such file/.test(error.message)) {
      return { kind: 'blocked', note: `对方的 SFTP 服务器上没有“${place.path}”这个目录：请与对方核对。` };
    }
    return { kind: 'retry', after: 60_000, note: `SFTP 没有传完（${error.message}），稍后再传。` };
  } finally {
    signal.removeEventListener('abort', stop);
    await sftp.end().catch(() => {});
  }
}

function refusedBy(
  { host, port, fingerprint }: SftpPlace,
  seen: string,
  why: string,
): Extract<Handed, { kind: 'retry' | 'blocked' }> {
  const server = `${host}:${port}`;
  if (seen && seen !== fingerprint) {
    return {
      kind: 'blocked',
      note: `SFTP 服务器 ${server} 的主机指纹是 ${seen}，与登记的不同，没有发送：请打电话向对方核对，确认无误再改渠道文件里的 fingerprint。`,
    };
  }
  if (/authentication/i.test(why))
    return {
      kind: 'blocked',
      note: `SFTP 服务器 ${server} 不认账号或密码：请核对渠道文件里的 user 和环境变量里的密码或密钥。`,
    };
  return { kind: 'retry', after: 60_000, note: `连不上 SFTP 服务器 ${server}（${why}），稍后再试。` };
}

const statusOf = (error: unknown): number | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : null;

/** As OpenSSH prints it: `SHA256:` and unpadded base64. */
export const fingerprintOf = (hostKey: Buffer): string =>
  `SHA256:${createHash('sha256').update(hostKey).digest('base64').replace(/=+$/, '')}`;

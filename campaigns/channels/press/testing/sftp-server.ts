import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { constants } from 'node:fs';
import { mkdir, open, readdir, rename, rm, rmdir, stat, type FileHandle } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import ssh2, { type Attributes, type Connection, type SFTPWrapper } from 'ssh2';
import { fingerprintOf } from '../deliver/by-sftp.ts';

const { Server, utils } = ssh2;
const { OPEN_MODE, STATUS_CODE } = utils.sftp;

// One for all servers of a test run: making it takes longer than everything else.
const hostKey = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
}).privateKey;

export interface TestSftp {
  port: number;
  fingerprint: string;
  user: string;
  password: string;
  /** Where `/` of the server lies on this machine. */
  root: string;
  /** Drops the connection at the next request of that name (`RENAME`, `WRITE`, `MKDIR` …), before or after executing it. */
  cut(request: string, mode: 'drop-before' | 'drop-after'): void;
  close(): Promise<void>;
}

/** A real SFTP server (version 3, as OpenSSH: a rename onto a taken name fails) over a folder of this machine. */
export async function startSftp(root: string): Promise<TestSftp> {
  const user = 'chengxin';
  const password = randomBytes(9).toString('base64url');
  const cuts: { request: string; mode: 'drop-before' | 'drop-after' }[] = [];
  const open = new Set<Connection>();
  const server = new Server({ hostKeys: [hostKey] }, (client) => {
    open.add(client);
    client.on('close', () => void open.delete(client));
    client.on('error', () => {});
    client.on('authentication', (ctx) => {
      if (ctx.method === 'password' && ctx.username === user && ctx.password === password) ctx.accept();
      else ctx.reject(['password']);
    });
    client.on('ready', () =>
      client.on('session', (accept) =>
        accept().on('sftp', (acceptSftp) =>
          serve(acceptSftp(), root, async (request, execute) => {
            const at = cuts.findIndex((cut) => cut.request === request);
            const [cut] = at < 0 ? [] : cuts.splice(at, 1);
            if (cut?.mode === 'drop-before') return void client.end();
            const answer = await execute();
            if (cut) return void client.end();
            answer();
          }),
        ),
      ),
    );
  });
  // Without noDelay every answer waits for an acknowledgement.
  const listener = createServer({ noDelay: true }, (socket) => server.injectSocket(socket)).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return {
    port: (listener.address() as AddressInfo).port,
    fingerprint: fingerprintOf(publicKeyOf(hostKey)),
    user,
    password,
    root,
    cut: (request, mode) => void cuts.push({ request, mode }),
    close: async () => {
      for (const client of open) client.end();
      listener.close();
      await once(listener, 'close');
    },
  };
}

function publicKeyOf(privateKey: string): Buffer {
  const key = utils.parseKey(privateKey);
  if (key instanceof Error) throw key;
  return key.getPublicSSH();
}

type Run = (request: string, execute: () => Promise<() => void>) => Promise<void>;

function serve(sftp: SFTPWrapper, root: string, run: Run): void {
  const handles = new Map<string, FileHandle | string[]>();
  const remember = (value: FileHandle | string[]): Buffer => {
    const id = randomBytes(4);
    handles.set(id.toString('hex'), value);
    return id;
  };
  // What a dropped connection leaves open.
  sftp.on('close', () => handles.forEach((file) => void (Array.isArray(file) || file.close())));
  const local = (path: string) => join(root, join('/', path));
  /** Executes one request; what it throws becomes the status that OpenSSH would give. */
  const on = (name: string, id: number, work: () => Promise<(() => void) | void>) =>
    void run(name, async () => {
      try {
        return (await work()) ?? (() => sftp.status(id, STATUS_CODE.OK));
      } catch (error) {
        const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
        return () => sftp.status(id, gone ? STATUS_CODE.NO_SUCH_FILE : STATUS_CODE.FAILURE);
      }
    });
  sftp.on('REALPATH', (id, path) =>
    on(
      'REALPATH',
      id,
      async () => () => sftp.name(id, [{ filename: join('/', path), longname: '', attrs: noAttributes }]),
    ),
  );
  const attributes = (name: string) => (id: number, path: string) =>
    on(name, id, async () => {
      const facts = await attributesOf(local(path));
      return () => sftp.attrs(id, facts);
    });
  sftp.on('STAT', attributes('STAT'));
  sftp.on('LSTAT', attributes('LSTAT'));
  sftp.on('MKDIR', (id, path) => on('MKDIR', id, () => mkdir(local(path)).then(() => {})));
  sftp.on('RMDIR', (id, path) => on('RMDIR', id, () => rmdir(local(path))));
  sftp.on('REMOVE', (id, path) => on('REMOVE', id, () => rm(local(path))));
  sftp.on('RENAME', (id, from, to) =>
    on('RENAME', id, async () => {
      const taken = await stat(local(to)).then(
        () => true,
        () => false,
      );
      if (taken) throw new Error('taken');
      await rename(local(from), local(to));
    }),
  );
  sftp.on('OPEN', (id, path, flags) =>
    on('OPEN', id, async () => {
      const write = (flags & OPEN_MODE.WRITE) !== 0;
      const file = await open(
        local(path),
        write ? constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC : constants.O_RDONLY,
      );
      const handle = remember(file);
      return () => sftp.handle(id, handle);
    }),
  );
  sftp.on('WRITE', (id, handle, offset, data) =>
    on('WRITE', id, async () => {
      const file = handles.get(handle.toString('hex'));
      if (!file || Array.isArray(file)) throw new Error('no such handle');
      await file.write(data, 0, data.length, offset);
    }),
  );
  sftp.on('FSETSTAT', (id) => on('FSETSTAT', id, async () => {}));
  sftp.on('SETSTAT', (id) => on('SETSTAT', id, async () => {}));
  sftp.on('OPENDIR', (id, path) =>
    on('OPENDIR', id, async () => {
      const handle = remember((await readdir(local(path))).map((name) => join(path, name)));
      return () => sftp.handle(id, handle);
    }),
  );
  sftp.on('READDIR', (id, handle) =>
    on('READDIR', id, async () => {
      const key = handle.toString('hex');
      const names = handles.get(key);
      if (!Array.isArray(names) || names.length === 0) return () => sftp.status(id, STATUS_CODE.EOF);
      handles.set(key, []);
      const list = await Promise.all(
        names.map(async (path) => {
          const attrs = await attributesOf(local(path));
          const filename = path.slice(path.lastIndexOf('/') + 1);
          return {
            filename,
            longname: `${(attrs.mode & constants.S_IFMT) === constants.S_IFDIR ? 'd' : '-'}rw-r--r-- 1 0 0 ${attrs.size} Jan 1 00:00 ${filename}`,
            attrs,
          };
        }),
      );
      return () => sftp.name(id, list);
    }),
  );
  sftp.on('CLOSE', (id, handle) =>
    on('CLOSE', id, async () => {
      const file = handles.get(handle.toString('hex'));
      handles.delete(handle.toString('hex'));
      if (file && !Array.isArray(file)) await file.close();
    }),
  );
}

const noAttributes: Attributes = { mode: 0, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 };

async function attributesOf(path: string): Promise<Attributes> {
  const { mode, uid, gid, size, atimeMs, mtimeMs } = await stat(path);
  return { mode, uid, gid, size, atime: Math.floor(atimeMs / 1000), mtime: Math.floor(mtimeMs / 1000) };
}

import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFile } from '../../cms/sqlite/file-lock.ts';

const lowest = 15_000;

export interface HeldPorts {
  ports: number[];
  /** Lets others have them; the end of this process does it too. */
  release(): void;
}

/**
 * Ports for servers that others start later. Between “it was free” and “the server listens” nobody else takes them: they lie
 * below those that the system hands out by itself, and who draws one holds a lock on its number.
 */
export async function holdPorts(count: number): Promise<HeldPorts> {
  const folder = join(tmpdir(), 'chengxin-ports');
  mkdirSync(folder, { recursive: true });
  const held = new Map<number, () => void>();
  for (const highest = highestOwn(); held.size < count; ) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    const release = held.has(port) ? null : lockFile(join(folder, String(port)), 'exclusive');
    if (!release) continue;
    // Somebody with a port of their own choice, who knows nothing of our locks.
    if (await isFree(port)) held.set(port, release);
    else release();
  }
  return { ports: [...held.keys()], release: () => held.forEach((release) => release()) };
}

/** Where the ports begin that the system gives to whoever asks for any. */
function highestOwn(): number {
  try {
    const first = Number(/^\d+/.exec(readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8'))?.[0]);
    return first > lowest + 1000 ? first : 32_000;
  } catch {
    return 32_000;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}

import { environment } from '../settings/environment.ts';
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lockFile } from '../../cms/sqlite/file-lock.ts';
import { Failure } from '../cli/failure.ts';
import { say, step } from '../cli/talk.ts';
import { fingerprint } from './fingerprint.ts';

export interface Part {
  name: string;
  title: string;
  /** What goes in: a change of any of it makes the part stale. */
  sources: string[];
  output: string;
  command: string[];
}

const shared = ['package-lock.json', 'tsconfig.json'];
const parts: Part[] = [
  {
    name: 'site',
    title: '构建公众网站',
    sources: [...shared, 'astro.config.mjs', 'site', 'cms/read'],
    output: 'dist',
    command: ['node_modules/astro/bin/astro.mjs', 'build'],
  },
  {
    name: 'admin',
    title: '构建编辑后台（首次约 1 分钟）',
    sources: [...shared, 'cms', 'campaigns'],
    output: 'cms/.next',
    command: ['node_modules/next/dist/bin/next', 'build', 'cms'],
  },
];

/** Runs a build tool quietly; its words go to a log that is shown only when it fails. */
async function run(part: Part, logFile: string): Promise<void> {
  await mkdir('.cache', { recursive: true });
  const log = createWriteStream(logFile);
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, part.command, {
      env: {
        ...environment(),
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        ASTRO_TELEMETRY_DISABLED: '1',
        // Pages are rendered at run time: a build needs a secret in form only and must not touch the data.
        PAYLOAD_SECRET: 'build-only-not-used-at-run-time',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    void writeFile(pidFile(part), String(child.pid ?? ''));
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    child.on('error', reject);
    child.on('exit', resolve);
  });
  await new Promise((done) => log.end(done));
  if (code !== 0) {
    const tail = (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-30).join('\n');
    throw new Failure(`${part.title}没有成功，最后的输出是：\n${tail}\n完整记录在 ${logFile}。`);
  }
}

const pidFile = (part: Part) => join('.cache', `${part.name}.building`);
const stampFile = (part: Part) => join('.cache', `${part.name}.built`);

/**
 * Builds what is missing or stale; `force` builds all. Takes about 0.1 s when nothing has changed. The fingerprint is
 * written last: a build that was killed is made again. Of several processes one builds, the others wait and find it done.
 */
export async function buildAll(force = false, only?: string[], list: Part[] = parts): Promise<void> {
  for (const part of list) {
    if (only && !only.includes(part.name)) continue;
    if (!force && (await isBuilt(part))) continue;
    const end = await takeTurn(part);
    try {
      if (!force && (await isBuilt(part))) continue;
      await endOrphan(part);
      const print = await fingerprint(part.sources);
      await rm(stampFile(part), { force: true });
      await step(part.title, () => run(part, join('.cache', `${part.name}-build.log`)));
      await writeFile(`${stampFile(part)}.new`, print, { flush: true });
      await rename(`${stampFile(part)}.new`, stampFile(part));
      await rm(pidFile(part), { force: true });
    } finally {
      end();
    }
  }
}

async function isBuilt(part: Part): Promise<boolean> {
  const built = await readFile(stampFile(part), 'utf8').catch(() => '');
  const present = await readFile(join(part.output, part.name === 'site' ? 'server/entry.mjs' : 'BUILD_ID')).then(
    () => true,
    () => false,
  );
  return present && built === (await fingerprint(part.sources));
}

/** The lock goes with its holder, however that ends. */
async function takeTurn(part: Part): Promise<() => void> {
  await mkdir('.cache', { recursive: true });
  for (let told = false; ; told = true) {
    const end = lockFile(join('.cache', `${part.name}.lock`), 'exclusive');
    if (end) return end;
    if (!told) say(`▸ ${part.title}：另一个进程正在构建，等它做完 …`);
    await sleep(250);
  }
}

/** A tool whose parent was killed goes on writing into the same folder: it is ended first. */
async function endOrphan(part: Part): Promise<void> {
  const pid = Number(await readFile(pidFile(part), 'utf8').catch(() => ''));
  if (!(pid > 1)) return;
  // Its number may be somebody else's by now; elsewhere than on Linux nobody can tell, and it is left alone.
  const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (words.split('\0').includes(part.command[0] ?? '')) process.kill(pid, 'SIGKILL');
  await rm(pidFile(part), { force: true });
}

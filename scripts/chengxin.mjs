#!/usr/bin/env node
// First step of every command, on whatever Node ≥ 20 the machine has: installs what is missing,
// then hands over to the Node that the lock file pins (Astro and Vitest need ≥ 22.12).
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import './supervise/steady-output.mjs';
import { supervise } from './supervise/supervise.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const say = (line) => process.stderr.write(`${line}\n`);

if (Number(process.versions.node.split('.')[0]) < 20) {
  say(`需要 Node.js 20 或更新的版本，这台机器上是 ${process.versions.node}。请到 https://nodejs.org 安装后再试。`);
  process.exit(1);
}

/** Runs a command to its end, passing signals on; resolves with its exit code. */
function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    const pass = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const s of signals) process.on(s, pass);
    child.on('error', (error) => {
      say(`无法运行 ${command}：${error.message}`);
      resolve(1);
    });
    child.on('exit', (code, signal) => {
      for (const s of signals) process.off(s, pass);
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1));
    });
  });
}

/** The lock's fingerprint is kept beside what was installed from it: a pulled update installs itself. */
const stamp = join(root, 'node_modules', '.chengxin-lock');
const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const installed = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === lock;

if (!existsSync(join(root, 'node_modules', 'node', 'bin')) || !installed()) {
  say('▸ 第一次运行，或依赖有更新：正在安装依赖（npm ci，约 1—3 分钟）…');
  const started = Date.now();
  const ticker = setInterval(() => say(`  仍在安装，已用 ${Math.round((Date.now() - started) / 1000)} 秒`), 15_000);
  const npm = process.env.npm_execpath ? [process.execPath, [process.env.npm_execpath]] : ['npm', []];
  const code = await run(npm[0], [...npm[1], 'ci', '--no-audit', '--no-fund'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  clearInterval(ticker);
  if (code !== 0) {
    say('安装没有成功：请检查网络或 npm 源的设置，然后重新运行同一条命令。');
    process.exit(code || 1);
  }
  say(`  安装完成，用时 ${Math.round((Date.now() - started) / 1000)} 秒`);
}
const windows = process.platform === 'win32';
const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
const steady = pathToFileURL(join(root, 'scripts', 'supervise', 'steady-output.mjs')).href;
const args = [
  '--disable-warning=ExperimentalWarning',
  '--import',
  steady,
  join(root, 'scripts', 'cli', 'main.ts'),
  ...process.argv.slice(2),
];
// Under npm nobody else knows our pid: when npm is killed, the product must not live on unseen.
if (process.env.npm_lifecycle_event) {
  const npm = npmPid();
  setInterval(() => npmPid() !== npm && process.exit(1), 500).unref();
}
// Node keeps what it has compiled and takes it from there: a command begins in two thirds of the time. Where it may not write, it goes on without.
const compiled = process.env.NODE_COMPILE_CACHE ?? join(root, '.cache', 'compile');
// Everything runs in the repository root; file names on the command line mean the caller's folder.
const env = { ...process.env, CALLED_FROM: process.cwd(), NODE_COMPILE_CACHE: compiled };
const lasting = process.argv[2] === 'start' && !process.argv.some((word) => word === '--help' || word === '-h');
process.exit(
  lasting
    ? await supervise({ command: node, args, env, cwd: root, say: await sayForLog() })
    : await run(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env }),
);

/** What the supervisor says goes into the same log as what the product says. */
async function sayForLog() {
  if (process.env.LOG_FORMAT?.trim() !== 'json') return say;
  const { openLog } = await import('./logs/open-log.mjs');
  const log = openLog((line) => process.stderr.write(line));
  return (line) => (line.startsWith('✗ ') ? log.error(line.slice(2)) : log.info(line));
}

/** npm is our parent, or the parent of the shell that it runs scripts in; a dead one's place is taken by pid 1. */
function npmPid() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    const [, name, parent] = /\((.*)\) \S (\d+)/.exec(stat) ?? [];
    return /^(ba|da|z)?sh$/.test(name ?? '') ? Number(parent) : process.ppid;
  } catch {
    return process.ppid;
  }
}

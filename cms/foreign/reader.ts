import { environment } from '../env.ts';
import { spawn, type ChildProcess } from 'node:child_process';
import { realpathSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import type { Limits } from './job.ts';
import { reply, type Question } from './message.ts';
import { ForeignRefused, type Reason } from './refused.ts';
import { usageOf } from './usage.ts';

const heapMb = 640;
/** How often a working process is looked at. */
const lookMs = 100;

/** The program's folder and its libraries, also by their true names where an installation links them. */
function readable(root: string): string[] {
  const libraries = join(/* turbopackIgnore: true */ root, 'node_modules');
  return [
    ...new Set([
      root,
      realpathSync(/* turbopackIgnore: true */ root),
      libraries,
      realpathSync(/* turbopackIgnore: true */ libraries),
    ]),
  ];
}

/** One process apart. Reads one thing at a time; what it does is watched from outside, and a limit ends it. */
export class Reader {
  readonly #child: ChildProcess;
  #last = 0;
  #end: (reason: Reason, cause: string) => void = () => undefined;
  isAlive = true;
  /** Questions answered so far. */
  answered = 0;

  constructor(root = process.cwd()) {
    const rights = [
      '--permission',
      ...readable(root).map((folder) => `--allow-fs-read=${folder}`),
      '--allow-addons',
      '--allow-worker',
    ];
    this.#child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--disable-warning=SecurityWarning',
        `--max-old-space-size=${heapMb}`,
        ...rights,
        join(/* turbopackIgnore: true */ root, 'cms', 'foreign', 'child.ts'),
        String(process.pid),
      ],
      // No secret, no address of a database: only what a Node needs. What a dying library prints helps nobody.
      {
        cwd: root,
        env: { PATH: environment().PATH, TZ: 'Asia/Shanghai', NODE_ENV: 'production' },
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        serialization: 'advanced',
        windowsHide: true,
      },
    );
    this.#child.on('exit', (code, signal) => this.#gone('died', signal ?? `code ${code ?? '?'}`));
    this.#child.on('error', (error) => this.#gone('died', error.message));
    this.#stepBack();
    this.#keepsProcess(false);
  }

  /** @throws ForeignRefused */
  ask(module: string, input: unknown, limits: Limits): Promise<unknown> {
    const question: Question = { id: (this.#last += 1), module, input };
    const { pid } = this.#child;
    if (!this.isAlive || pid === undefined) return Promise.reject(new ForeignRefused('died'));
    this.#keepsProcess(true);
    return new Promise<unknown>((resolve, reject) => {
      const before = usageOf(pid)?.cpuSeconds ?? 0;
      const looks = setInterval(() => {
        const usage = usageOf(pid);
        if (usage && usage.memoryMb > limits.memoryMb) this.#gone('memory', `${Math.round(usage.memoryMb)} MiB`);
        else if (usage && usage.cpuSeconds - before > limits.cpuSeconds) this.#gone('time', `${usage.cpuSeconds} s`);
      }, lookMs);
      const wall = setTimeout(() => this.#gone('time', 'wall'), limits.wallSeconds * 1000);
      const settle = (how: () => void) => {
        clearInterval(looks);
        clearTimeout(wall);
        this.#child.off('message', hear);
        this.#end = () => undefined;
        this.#keepsProcess(false);
        how();
      };
      const hear = (message: unknown) => {
        const said = reply.safeParse(message);
        if (!said.success || said.data.id !== question.id) return this.#gone('died', 'strange answer');
        const { data } = said;
        this.answered += 1;
        settle(() =>
          'error' in data ? reject(new ForeignRefused('failed', { cause: data.error })) : resolve(data.answer),
        );
      };
      this.#end = (reason, cause) => settle(() => reject(new ForeignRefused(reason, { cause })));
      this.#child.on('message', hear);
      // A process that died this moment: its exit says so.
      this.#child.send(question, (error) => error && this.#gone('died', error.message));
    });
  }

  close(): void {
    this.#gone('died', 'closed');
  }

  #gone(reason: Reason, cause: string): void {
    if (!this.isAlive) return;
    this.isAlive = false;
    this.#child.kill('SIGKILL');
    this.#end(reason, cause);
  }

  /** Serving comes first: the process apart gets what is left of the processor, and is the first to go when memory runs out. */
  #stepBack(): void {
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      setPriority(pid, 10);
      writeFileSync(`/proc/${pid}/oom_score_adj`, '900');
    } catch {
      // Not every system can.
    }
  }

  /** Only a question on its way keeps a command from ending. */
  #keepsProcess(keeps: boolean): void {
    const way = keeps ? 'ref' : 'unref';
    this.#child[way]();
    this.#child.channel?.[way]();
  }
}

import { gatherAll } from '../../campaigns/bulkhead/stuck.ts';
import { reason, type Log } from '../../campaigns/outbox/engine/attempt/log.ts';
import { nextState, type StepResult, type StepState, type StepStates } from '../../cms/ops/step-state.ts';
import { defaultPatienceMs, type Step } from './step.ts';

export interface TickOptions {
  steps: readonly Step[];
  /** Where it is kept how the steps stand. */
  memory: { read(): Promise<StepStates>; write(states: StepStates): Promise<void> };
  log: Log;
}

export interface Tick {
  /**
   * Runs every step, each on its own: one that fails or hangs stops none of the others, and one that still runs is never
   * begun a second time. Resolves when all have ended or used up their patience; never rejects.
   */
  run(now: Date): Promise<void>;
  /** How the steps stand in this process, also when the database could not be told. */
  states(): StepStates;
  /** The step that has been hanging longest in this process at `now`. */
  hanging(now: Date): { name: string; title: string; since: Date } | null;
  /** Resolves when nothing runs any more, or after `patienceMs`. */
  settled(patienceMs?: number): Promise<void>;
}

interface Running {
  since: Date;
  done: Promise<void>;
}

/** How long the database may take to be told. */
const tellingMs = 10_000;

export function createTick({ steps, memory, log }: TickOptions): Tick {
  const running = new Map<string, Running>();
  let states: StepStates | null = null;

  const enter = ({ name, title, advice }: Step, result: StepResult, now: Date) => {
    const before: StepState | undefined = states?.[name];
    const next = nextState(before, { title, advice }, result, now);
    states = { ...states, [name]: next };
    tellNews(title, before, next, log);
  };

  const begin = (step: Step, now: Date): Promise<void> => {
    const done = gatherAll(() => step.run(now))
      .then((result) => enter(step, result, now))
      .finally(() => running.delete(step.name));
    running.set(step.name, { since: now, done });
    return done;
  };

  const one = async (step: Step, now: Date): Promise<void> => {
    const before = running.get(step.name);
    const patience = step.patienceMs ?? defaultPatienceMs;
    if (!before) {
      const done = begin(step, now);
      if (step.aside || (await within(done, patience))) return;
    }
    const since = running.get(step.name)?.since;
    if (!since || (before && now.getTime() - since.getTime() < patience)) return;
    enter(step, { error: '这一步开始以后一直没有结束，其余各步照常。', stuck: [] }, now);
  };

  const known = async () => {
    if (states) return;
    const kept = await within(
      memory.read().catch((): StepStates => ({})),
      tellingMs,
    );
    const names = new Set(steps.map(({ name }) => name));
    // Of a step that this version no longer has, nothing is ever mended.
    states = Object.fromEntries(Object.entries(kept ? kept.value : {}).filter(([name]) => names.has(name)));
  };

  let telling: Promise<void> | null = null;
  const tell = async () => {
    telling ??= memory
      .write(states ?? {})
      .catch((error: unknown) => log(`各步的情况没有记下来：${reason(error)}，下一分钟再记。`))
      .finally(() => {
        telling = null;
      });
    await within(telling, tellingMs);
  };

  return {
    async run(now) {
      await known();
      for (const step of steps) await one(step, now);
      await tell();
    },
    states: () => states ?? {},
    hanging(now) {
      const late = steps.flatMap(({ name, title, patienceMs = defaultPatienceMs }) => {
        const since = running.get(name)?.since;
        return since && now.getTime() - since.getTime() >= patienceMs ? [{ name, title, since }] : [];
      });
      return late.sort((a, b) => a.since.getTime() - b.since.getTime())[0] ?? null;
    },
    settled: async (patienceMs = 8000) =>
      void (await within(Promise.all([...running.values()].map(({ done }) => done)), patienceMs)),
  };
}

/** The value of `work`, or null when it takes longer. Real time on purpose: an injected clock must not hold a step up. */
async function within<T>(work: Promise<T>, ms: number): Promise<{ value: T } | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null);
  });
  try {
    return await Promise.race([work.then((value) => ({ value })), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Once when it begins and once when it is over: not every minute. */
function tellNews(title: string, before: StepState | undefined, next: StepState, log: Log): void {
  if (next.failing && next.failing.error !== before?.failing?.error)
    log(`“${title}”这一步没有做完：${next.failing.error}下一分钟再来。`);
  if (!next.failing && before?.failing) log(`“${title}”这一步恢复了。`);
  const known = new Set(before?.stuck.map(({ item }) => item));
  for (const { error, item, title: what } of next.stuck)
    if (!known.has(item)) log(`“${title}”卡在${what}：${error}其余照常。`);
}

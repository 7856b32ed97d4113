import { parseArgs, type ParseArgsConfig } from 'node:util';
import { z } from 'zod';
import { exitCodes, Failure } from './failure.ts';

export interface Flag {
  /** Chinese, for the help text. */
  help: string;
  type: 'string' | 'boolean';
  /** What stands for the value in the help, e.g. 日期. */
  value?: string;
}

/** One command of `chengxin`. `schema` turns the raw words into what `run` needs, or says in Chinese what is wrong. */
export interface Verb<T = unknown> {
  name: string;
  summary: string;
  /** Names of the words that follow the verb, for the help text; one that ends in … takes all that are left, as a list. */
  words?: string[];
  flags: Record<string, Flag>;
  schema: z.ZodType<T>;
  run(input: T): Promise<number | void>;
}

/** Keeps the input type of a verb checked where it is written, and forgets it where verbs are listed. */
export function defineVerb<T>(verb: Verb<T>): Verb {
  return verb as Verb;
}

/** @throws Failure (exit code 2) with one Chinese sentence when the words do not fit. */
export function parseWords(verb: Verb, argv: string[]): unknown {
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const [name, flag] of Object.entries(verb.flags)) options[name] = { type: flag.type };
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({ args: argv, options, allowPositionals: true, strict: true });
  } catch (error) {
    const unknown = /'(--?[^' ]+)/.exec((error as Error).message)?.[1] ?? '';
    throw new Failure(`看不懂参数 ${unknown}：请运行 chengxin ${verb.name} --help 查看用法。`, exitCodes.usage);
  }
  const takesAll = verb.words?.at(-1)?.endsWith('…') ?? false;
  const extra = takesAll ? [] : parsed.positionals.slice(verb.words?.length ?? 0);
  if (extra.length > 0)
    throw new Failure(`多出了参数“${extra[0]}”：请运行 chengxin ${verb.name} --help 查看用法。`, exitCodes.usage);
  const words = Object.fromEntries(
    (verb.words ?? []).map((w, i) => [w, w.endsWith('…') ? parsed.positionals.slice(i) : parsed.positionals[i]]),
  );
  const result = verb.schema.safeParse({ ...words, ...parsed.values });
  if (!result.success) {
    const issue = result.error.issues[0];
    const name = String(issue?.path[0] ?? '');
    const shown = verb.words?.includes(name) ? name : `--${name}`;
    throw new Failure(`${shown}：${issue?.message ?? '不合要求'}`, exitCodes.usage);
  }
  return result.data;
}

/** `YYYY-MM-DD` that exists in the calendar. */
export const daySchema = z
  .string({ error: '请写明日期，如 2026-03-01。' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, '请写成 2026-03-01 这样的日期。')
  .refine((day) => {
    const time = Date.parse(`${day}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
  }, '日历上没有这一天。');

/** `5s`, `10m`, `2h` → milliseconds. */
export const durationSchema = z
  .string({ error: '请写明时长，如 5s、10m、2h。' })
  .regex(/^\d{1,6}(s|m|h)$/, '请写成 5s、10m、2h 这样的时长。')
  .transform(
    (text) => Number(text.slice(0, -1)) * { s: 1_000, m: 60_000, h: 3_600_000 }[text.slice(-1) as 's' | 'm' | 'h'],
  );

export const jsonFlag: Flag = { type: 'boolean', help: '只在标准输出打印 JSON' };

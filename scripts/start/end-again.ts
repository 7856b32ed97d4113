import type { Payload } from 'payload';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { createRegisterRound, type Compared } from '../../cms/restored/register-round.ts';
import { registerOf } from '../../cms/register/register-of.ts';
import { say } from '../cli/talk.ts';

/**
 * What had been taken back, destroyed or closed is so again before anything is served, whatever an older copy of the
 * database has brought along; and the operator reads what it was.
 * @returns what was done, one sentence each
 */
export async function endAgain(payload: Payload, clock: Clock): Promise<string[]> {
  return tell(payload, await createRegisterRound(payload, clock).whole());
}

function tell(payload: Payload, { done, undone }: Compared): string[] {
  if (done.length > 0) {
    say(`  数据库比撤回登记旧（恢复过备份？）：下面${done.length}件已经了结的事，备份里又活了过来，已按登记再次办理。`);
    for (const line of done) say(`    ${line}`);
  }
  if (undone.length > 0) say(`  下面${undone.length}篇稿件的更正，备份里没有，系统不能替人补：`);
  for (const { what } of undone) say(`    ${what}`);
  for (const line of registerOf(payload).troubles()) say(`  ${line}`);
  return done;
}

const everyMs = 60_000;

/** Does so by the minute in a role that has no worker. @returns how to stop it */
export function keepEnded(payload: Payload, clock: Clock): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  const round = createRegisterRound(payload, clock);
  const timer = setInterval(() => {
    running = running
      .then(async () => tell(payload, await round.minute()))
      .catch((error: unknown) =>
        say(`  撤回登记这一分钟没有对照成：${error instanceof Error ? error.message : String(error)}，下一分钟再来。`),
      );
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

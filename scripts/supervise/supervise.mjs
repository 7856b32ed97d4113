// Keeps the product up: starts its process, and again when it died. Plain JavaScript, because it runs on whatever
// Node ≥ 20 the machine has. One process of the product at a time, as the embedded default wants it.
import { spawn } from 'node:child_process';
import { backoffMs, howItEnded, isFinal } from './judge.mjs';

/** Runs as long as this: a death after it is no sign of a fault at the start, and the pauses begin anew. */
const soundMs = 5 * 60_000;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * @param {object} options
 * @param {string} options.command  program
 * @param {string[]} options.args
 * @param {NodeJS.ProcessEnv} options.env
 * @param {string} options.cwd
 * @param {(line: string) => void} options.say
 * @param {number} [options.hangMs] silence of a ready product after which it counts as hanging
 * @param {number} [options.pauseMs] the first pause before a restart; doubles up to a minute
 * @returns {Promise<number>} the exit code of the product that stopped as asked, or that is not to be started again
 */
export function supervise({ command, args, env, cwd, say, hangMs = 60_000, pauseMs = 1000 }) {
  return new Promise((resolve) => {
    let child = null;
    let timer = null;
    let stopping = false;
    let everReady = false;
    let quick = 0;
    /** Deaths of the last day, told to the next process, so that it can tell people. */
    let deaths = [];

    const finish = (code) => {
      for (const s of signals) process.off(s, pass);
      resolve(code);
    };
    const pass = (signal) => {
      stopping = true;
      if (child) return child.kill(signal);
      clearTimeout(timer);
      return finish(0);
    };
    for (const s of signals) process.on(s, pass);

    const begin = () => {
      const begun = performance.now();
      let ready = false;
      let hung = false;
      let silent = 0;
      const told = deaths.length ? { CHENGXIN_RESTARTS: JSON.stringify(deaths) } : {};
      child = spawn(command, args, { cwd, env: { ...env, ...told }, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
      child.on('message', (message) => {
        if (message === 'ready') ready = everReady = true;
        silent = 0;
      });
      // Counted in looks of our own, so that a machine that slept does not look like a product that hangs.
      const lookMs = Math.max(50, hangMs / 60);
      const look = setInterval(() => {
        silent += 1;
        if (!ready || hung || silent * lookMs < hangMs) return;
        hung = true;
        say(`✗ 系统已有 ${Math.round(hangMs / 1000)} 秒没有回应，强行结束它。`);
        child.kill('SIGKILL');
      }, lookMs);
      const ended = (code, signal) => {
        clearInterval(look);
        child = null;
        if (stopping || isFinal({ code, signal, everReady, quick })) {
          if (!stopping && !everReady && signal)
            say('✗ 连着几次都没有启动成功，不再重试：请看上面的输出；看不出原因就运行 chengxin doctor。');
          return finish(code ?? (stopping ? 0 : 1));
        }
        const lasted = performance.now() - begun;
        quick = lasted > soundMs ? 1 : quick + 1;
        const how = howItEnded({ code, signal, hung });
        const pause = backoffMs(pauseMs, quick);
        deaths = [
          ...deaths.filter(({ at }) => Date.now() - Date.parse(at) < 86_400_000),
          { at: new Date().toISOString(), how },
        ].slice(-50);
        say(
          `✗ 系统的进程${how}，${Math.max(1, Math.round(pause / 1000))} 秒后自动重新启动（24 小时内第 ${deaths.length} 次）。`,
        );
        timer = setTimeout(begin, pause);
      };
      child.once('error', (error) => {
        say(`无法运行 ${command}：${error.message}`);
        clearInterval(look);
        child = null;
        finish(1);
      });
      child.once('exit', ended);
    };
    begin();
  });
}

/** How often a product that has never come up is tried when it crashes; one that says what is wrong is not tried again. */
const firstTries = 3;

/** The pause before the n-th quick restart: doubling, a minute at most. */
export const backoffMs = (first, quick) => Math.min(first * 2 ** Math.max(0, quick - 1), 60_000);

/**
 * Whether an end is the end: it stopped by itself, or it never came up. Then a sentence of its own (any exit code) stands
 * on the screen already, and a crash (a signal) is tried a few times. One that was up once is always started again: its
 * database may be away for a while.
 */
export function isFinal({ code, signal, everReady, quick }) {
  if (code === 0) return true;
  if (everReady) return false;
  return signal === null || quick + 1 >= firstTries;
}

/** Chinese, after “系统的进程”. */
export function howItEnded({ code, signal, hung }) {
  if (hung) return '没有回应，被强行结束了';
  if (signal === 'SIGABRT' || code === 134) return '因内存错误或内存不够中断了';
  if (signal === 'SIGKILL' || code === 137) return '被强行结束了（常见原因是内存不够）';
  return signal ? `被信号 ${signal} 结束了` : `出错退出了（退出码 ${code}）`;
}

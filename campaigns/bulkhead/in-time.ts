/**
 * What `work` gives, if it does so in time. Whatever takes longer is left alone: its signal is aborted, what it still says is heard by nobody.
 * Only for what may be asked again: a send that nobody waits for any more may have arrived.
 * @throws what `work` throws, also at once; an error with a sentence when it is late
 */
export async function inTime<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`等了 ${Math.round(ms / 1000)} 秒还没有答复。`));
      ending.abort();
    }, ms);
  });
  try {
    return await Promise.race([work(ending.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}

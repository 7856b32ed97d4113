import type { Reader } from '../../cms/read/reader.ts';

/** Seal and leaf in ink: what a 静默日 looks like on every page. */
const quiet =
  'html:root{--chop:#33373d;--seal:#1b1d20;--onseal:#fffdf9}@media(prefers-color-scheme:dark){html:root:not([data-look=old]){--chop:#4a4e55;--seal:#e9e6df;--onseal:#16181b}}';

/** Style sheet of the civil day: ink instead of vermilion on a quiet day, nothing on all others. */
export async function todaySheet(reader: Reader): Promise<string> {
  const today = reader.today();
  const days = await reader.year(Number(today.slice(0, 4)));
  return days.some(({ kind, start, end }) => kind === 'quiet' && start <= today && today <= end)
    ? quiet
    : '/* 今天不是静默日 */';
}

import type { FaultRow, StormReport } from './storm.ts';

/** Display width: Chinese characters take two cells. */
const width = (text: string) => [...text].reduce((n, c) => n + (c.codePointAt(0)! > 0x2e7f ? 2 : 1), 0);

/** The fault table for people: one row a kind of misfortune, figures under their heads. */
export function faultTable(rows: readonly FaultRow[], withPerson: boolean): string[] {
  const heads = ['故障', '次数', '推送', '重发', '漏发', '结果不明', '撤不净', ...(withPerson ? ['交给人工'] : [])];
  const cells = rows.map((r) =>
    [r.name, r.runs, r.deliveries, r.doubled, r.lost, r.unknown, r.left, ...(withPerson ? [r.person] : [])].map(String),
  );
  const widths = heads.map((head, i) => Math.max(width(head), ...cells.map((row) => width(row[i] ?? ''))));
  // Names to the left, figures to the right.
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => {
        const gap = ' '.repeat((widths[i] ?? 0) - width(cell));
        return i === 0 ? cell + gap : gap + cell;
      })
      .join('  ')
      .trimEnd();
  return [line(heads), widths.map((w) => '-'.repeat(w)).join('  '), ...cells.map(line)];
}

/** What else happened, and the first findings with their attempts. */
export function faultNotes(report: StormReport, name: string, tellsForever: boolean): string[] {
  const { runs, seed, seconds, crashes, faults, pairs, jumps, findings } = report;
  return [
    `${name}：共 ${runs} 次（种子 ${seed} 起，${seconds} 秒）；崩溃 ${crashes} 次，断线和报错 ${faults} 次，两个进程 ${pairs} 次，时钟跳动 ${jumps} 次。`,
    '崩溃是模拟的：进程在每一次存取数据、每一个出站请求的前后依次停下，此后不再有任何动作；标“真进程”的一行是真的 kill -9。',
    ...(tellsForever ? [] : ['“交给人工”：中断太久，平台已无法核对，按规定不再自动重发。']),
    ...findings
      .filter((f) => f.what !== 'person')
      .slice(0, 5)
      .flatMap((f) => [`种子 ${f.seed}：${f.state}，平台上 ${f.copies} 份`, ...f.trail.map((t) => `  ${t}`)]),
  ];
}

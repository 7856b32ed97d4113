import { open, type JudgedFinding } from '../memory/judged-findings.ts';

const most = 5;

/** Why a story may not be handed in or signed yet, one sentence each; the gravest first, the rest counted. */
export function findingSentences(findings: readonly JudgedFinding[]): string[] {
  const left = open(findings);
  const blocking = left.filter(({ level }) => level === 'block');
  // How a platform shortens a text is good to know and no matter of law: nobody need answer for it.
  const warning = left.filter(({ level, rule }) => level === 'warn' && !rule.startsWith('channel/'));
  return [
    ...told(blocking, ''),
    ...told(warning, '提醒：'),
    ...(warning.length > 0 ? ['提醒不改也可以：请在“检查”里逐条写明理由，再送审或签发。'] : []),
  ];
}

function told(findings: readonly JudgedFinding[], prefix: string): string[] {
  const shown = findings
    .slice(0, most)
    .map(({ at, mend, text }) => `${prefix}${at}${text ? `“${text}”` : ''}：${mend}`);
  return findings.length > most ? [...shown, `${prefix}另有${findings.length - most}处，见“检查”。`] : shown;
}

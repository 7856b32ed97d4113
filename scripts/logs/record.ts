import { stripVTControlCharacters } from 'node:util';

type Level = 'info' | 'warn' | 'error' | 'fatal';

/** One event of the log. */
export interface LogRecord {
  level: Level;
  msg: string;
  /** What the line named in brackets: 推送, 网站, 告警 … */
  part?: string;
  /** The lines after the first: a stack. */
  detail?: string;
  /** What the CMS's own logger added: an error with its type, code and stack. */
  [field: string]: unknown;
}

const levels: Record<number, Level> = { 40: 'warn', 50: 'error', 60: 'fatal' };
const worried = new Set(['卡住', '告警']);

/**
 * What was written to the log in one go, as events: lines for people are read by their marks (✗ failed, ! mind this, [推送] who
 * speaks), lines of the CMS's own logger as the JSON that they are. Blank lines are none.
 */
export function recordsOf(written: string): LogRecord[] {
  const lines = stripVTControlCharacters(written)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const parsed = lines.map(fromLogger);
  if (lines.length > 0 && parsed.every((one) => one !== null)) return parsed.filter((one) => one !== null);
  const [first = '', ...more] = lines;
  if (more.length > 0 && !more.some((line) => /^\s+at /.test(line)))
    return lines.map((line) => fromLogger(line) ?? fromLine(line));
  return first === ''
    ? []
    : [
        {
          ...fromLine(first, more.length > 0 ? 'error' : 'info'),
          ...(more.length > 0 ? { detail: more.join('\n') } : {}),
        },
      ];
}

function fromLine(line: string, usual: Level = 'info'): LogRecord {
  const [, mark = '', name, msg = ''] = /^\s*([✗⨯!⚠▸✓]?)\s*(?:\[([^\]]{1,12})\]\s*)?(.*)$/su.exec(line) ?? [];
  const level =
    '✗⨯'.includes(mark) && mark
      ? 'error'
      : '!⚠'.includes(mark) && mark
        ? 'warn'
        : name && worried.has(name)
          ? 'warn'
          : usual;
  return { level, msg: msg.trim(), ...(name ? { part: name } : {}) };
}

function fromLogger(line: string): LogRecord | null {
  if (!line.startsWith('{"level":')) return null;
  try {
    const {
      hostname: _host,
      level,
      msg = '',
      name: _name,
      pid: _pid,
      time: _time,
      ...fields
    } = JSON.parse(line) as Record<string, unknown>;
    return { ...fields, level: levels[Number(level)] ?? 'info', msg: String(msg), part: 'CMS' };
  } catch {
    return null;
  }
}

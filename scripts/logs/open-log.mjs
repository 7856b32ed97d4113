// Plain JavaScript, because the supervisor runs on whatever Node ≥ 20 the machine has.
import { pino } from 'pino';

/** Fields that hold secrets or persons wherever they stand, as far down as a request stands in an error. */
const secret = ['authorization', 'cookie', '["set-cookie"]', 'password', 'token', 'secret', 'email', 'headers'];
const paths = ['', '*', '*.*', '*.*.*'].flatMap((above) =>
  secret.map((name) => (name.startsWith('[') || above === '' ? above + name : `${above}.${name}`)),
);

/**
 * The log as one JSON object a line: `time` (ISO 8601, UTC), `level` (info, warn, error, fatal), `msg` (a Chinese sentence), `pid`.
 * @param {(line: string) => void} write takes a whole line
 */
export const openLog = (write) =>
  pino(
    {
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      redact: { paths, censor: '[已隐去]' },
    },
    { write },
  );

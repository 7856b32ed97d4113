import { maskId } from '../../cms/checks/personal-data/mask.ts';

/** What stands for a secret. */
const gone = '[已隐去]';

/** Every pattern looks a bounded way ahead from where it may begin: a log line may be anybody's text, and very long. Words of protocols after which a secret follows; what was before it stays, so that the line can be understood. */
const credentials: [RegExp, string][] = [
  [/((?:proxy-)?authorization["']?\s*[:=]\s*["']?)(?:\w+\s+)?[^\s"',;\\]+/gi, `$1${gone}`],
  [/((?:set-)?cookie["']?\s*[:=]\s*["']?)[^\s"'\\][^"'\n\\]*/gi, `$1${gone}`],
  [
    /((?:access_?token|refresh_?token|app_?secret|client_?secret|secret|passw(?:or)?d|pwd|token|api[_-]?key|[?&]key|[?&]sign)["']?\s*[:=]\s*["']?)[^\s"'&,;}\]\\]+/gi,
    `$1${gone}`,
  ],
  [/\bBearer\s+[\w.~+/=-]{8,}/gi, `Bearer ${gone}`],
  [/(?<![\w-])eyJ[\w-]{5,4000}\.[\w-]+\.[\w-]+/g, gone],
  [/((?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"']{0,100}:)[^\s"'@/]{1,200}@/gi, `$1${gone}@`],
];

const day = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
/** Citizen IDs of 18 and of 15 digits by their date of birth (GB 11643), mobile numbers, written in groups as well: whether they are real does not matter here. */
const numbers = new RegExp(
  `(?<!\\d)(?:\\d{6}[ -]?(?:18|19|20)\\d{2}${day}[ -]?\\d{3}[\\dXx]|\\d{8}${day}\\d{3}|(?:86[ -]?)?1[3-9]\\d(?:\\d{8}|([ -])\\d{4}\\1\\d{4}))(?!\\d)`,
  'g',
);
/** 全角 digits are digits; every place stays where it is. */
const halfWide = (text: string): string =>
  text.replace(/[０-９Ｘｘ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
const mailbox = /(?<![\w.+-])[\w.+-]{1,64}(?=@[\w-]{1,63}\.\w)/g;

/**
 * The values of an environment that nobody may read in a log: those of variables whose name says so, and what stands in
 * addresses as password or key. Shorter ones than six characters would blot out words.
 */
export function secretsIn(env: Record<string, string | undefined>): string[] {
  const named = Object.entries(env).flatMap(([name, value]) =>
    value && /(?:SECRET|TOKEN|PASSWORD|AES_KEY|AES_KEY_PREVIOUS)$/.test(name) ? [value.trim()] : [],
  );
  const inAddresses = [env.DATABASE_URL, env.SMTP_URL, env.ALARM_WEBHOOK_URL].flatMap((address) => {
    if (!address || !URL.canParse(address)) return [];
    const { password, searchParams } = new URL(address);
    return [password, decoded(password), ...searchParams.values()];
  });
  return [...new Set([...named, ...inAddresses])]
    .filter((value) => value.length >= 6)
    .sort((a, b) => b.length - a.length);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * A line of the log without secrets and without what names a person: known secrets, credentials of protocols, citizen IDs,
 * mobile numbers; mailboxes too where `mail` says so.
 */
export function hide(text: string, secrets: readonly string[], { mail = false } = {}): string {
  let shown = text;
  for (const secret of secrets) shown = shown.replaceAll(secret, gone);
  for (const [pattern, instead] of credentials) shown = shown.replace(pattern, instead);
  shown = withoutNumbers(shown);
  return mail ? shown.replace(mailbox, (name) => `${name.slice(0, 1)}***`) : shown;
}

function withoutNumbers(text: string): string {
  let [shown, from] = ['', 0];
  for (const { 0: number, index } of halfWide(text).matchAll(numbers)) {
    shown += text.slice(from, index) + maskId(number);
    from = index + number.length;
  }
  return shown + text.slice(from);
}

/** The same of everything in a value, however deep; a field is read with its name, because that says what it is. */
export function hideIn(value: unknown, hidden: (text: string) => string, name = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => hideIn(one, hidden, name));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, hideIn(one, hidden, key)]));
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  const [said, shown] = [String(value), hidden(String(value))];
  const named = `${name}: `;
  return said !== '' && hidden(named + said) === named + gone ? gone : shown === said ? value : shown;
}

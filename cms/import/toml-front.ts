/**
 * The front matter that Hugo writes between `+++`: a plain reader for what says something of a story, which is one line a
 * field (texts, numbers, days, lists of texts). Tables (`[params]`) are settings of the old site and are passed over.
 * @throws Error for a line that is none of these
 */
export function tomlFront(text: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  let inTable = false;
  for (const line of joined(text)) {
    if (/^\[.*\]\s*(?:#.*)?$/.test(line)) inTable = true;
    if (inTable) continue;
    const [, bare, quoted, value] = /^(?:([\w-]+)|"([^"\\]+)")\s*=\s*(\S.*)$/.exec(line) ?? [];
    if (value === undefined) throw new Error(line);
    fields[bare ?? quoted ?? ''] = valueOf(value);
  }
  return fields;
}

/** Lines with something in them; a list may go over several. */
function joined(text: string): string[] {
  const lines: string[] = [];
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const last = lines.at(-1);
    if (last !== undefined && /^[^=]+=\s*\[/.test(last) && !/\]\s*(?:#.*)?$/.test(last))
      lines[lines.length - 1] = `${last} ${line}`;
    else lines.push(line);
  }
  return lines;
}

const string = /^(?:"((?:[^"\\]|\\.)*)"|'([^']*)')/;

function valueOf(text: string): unknown {
  const found = string.exec(text);
  if (found && rest(text.slice(found[0].length))) return found[2] ?? (JSON.parse(`"${found[1] ?? ''}"`) as string);
  const list = /^\[(.*)\]\s*(?:#.*)?$/.exec(text)?.[1];
  if (list !== undefined) return items(list);
  const plain = /^([\w.:+ -]+?)\s*(?:#.*)?$/.exec(text)?.[1];
  if (plain === undefined) throw new Error(text);
  return plain;
}

const rest = (text: string): boolean => /^\s*(?:#.*)?$/.test(text);

function items(text: string): string[] {
  const found: string[] = [];
  let left = text.trim();
  while (left !== '') {
    const item = string.exec(left);
    if (!item) throw new Error(left);
    found.push(item[2] ?? (JSON.parse(`"${item[1] ?? ''}"`) as string));
    left = left.slice(item[0].length).replace(/^\s*,?\s*/, '');
  }
  return found;
}

/** One part of multipart/form-data (RFC 7578). */
export interface Part {
  name: string;
  fileName: string | null;
  type: string | null;
  bytes: Buffer;
}

/** Says which rule of RFC 7578 or RFC 2046 a body breaks. */
export class MultipartError extends Error {
  override name = 'MultipartError';
}

const fail = (why: string): never => {
  throw new MultipartError(why);
};

/** The boundary of a Content-Type header; throws when it is not multipart/form-data. */
export function boundaryOf(contentType: string | undefined): string {
  const match = /^multipart\/form-data;\s*boundary=(?:"([^"]+)"|([^\s;"]+))$/i.exec(contentType ?? '');
  const boundary = match?.[1] ?? match?.[2] ?? fail(`content-type: ${contentType}`);
  if (!/^[0-9A-Za-z'()+_,\-./:=? ]{0,69}[0-9A-Za-z'()+_,\-./:=?]$/.test(boundary)) fail('boundary characters');
  return boundary;
}

const percent = (text: string) =>
  text.replace(/%(22|0D|0A)/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

function headersOf(bytes: Buffer): Map<string, string> {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const headers = new Map<string, string>();
  for (const line of text.split('\r\n')) {
    if (/[\r\n]/.test(line)) fail('bare CR or LF in a part header');
    const match = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*$/.exec(line);
    const [, name = fail(`part header: ${line}`), value = ''] = match ?? [];
    if (headers.has(name.toLowerCase())) fail(`doubled part header: ${name}`);
    headers.set(name.toLowerCase(), value);
  }
  return headers;
}

function partOf(bytes: Buffer): Part {
  const gap = bytes.indexOf('\r\n\r\n');
  if (gap < 0) fail('part without an empty line');
  const headers = headersOf(bytes.subarray(0, gap));
  for (const name of headers.keys()) {
    if (!['content-disposition', 'content-type', 'content-length'].includes(name)) fail(`part header ${name}`);
  }
  const disposition = headers.get('content-disposition') ?? fail('part without Content-Disposition');
  const match = /^form-data; name="([^"\r\n]+)"(?:; filename="([^"\r\n]*)")?$/.exec(disposition);
  const [, name = fail(`disposition: ${disposition}`), fileName] = match ?? [];
  return {
    name: percent(name),
    fileName: fileName === undefined ? null : percent(fileName),
    type: headers.get('content-type') ?? null,
    bytes: bytes.subarray(gap + 4),
  };
}

/** Splits a body by hand; every byte must be accounted for: no preamble, CRLF everywhere, nothing after the close. */
export function parseMultipart(body: Buffer, boundary: string): Part[] {
  const open = Buffer.from(`--${boundary}\r\n`);
  const next = Buffer.from(`\r\n--${boundary}`);
  if (!body.subarray(0, open.length).equals(open)) fail('body does not begin with the boundary');
  const parts: Part[] = [];
  let at = open.length;
  for (;;) {
    const end = body.indexOf(next, at);
    if (end < 0) fail('no closing boundary');
    parts.push(partOf(body.subarray(at, end)));
    at = end + next.length;
    const tail = body.subarray(at, at + 2).toString('latin1');
    if (tail === '--') break;
    if (tail !== '\r\n') fail('boundary not followed by CRLF or --');
    at += 2;
  }
  const rest = body.subarray(at + 2).toString('latin1');
  if (rest !== '' && rest !== '\r\n') fail('bytes after the closing boundary');
  return parts;
}

const head = 65_536;
const mailHeader =
  /^(?:mime-version|content-transfer-encoding|content-type|received|message-id|return-path|dkim-signature|x-mailer):/im;
const starts: RegExp[] = [
  /^\s*\{\\rtf/i,
  /^%!PS/,
  /^begin(?:-base64)? [0-7]{3} \S/m,
  /^=ybegin /m,
  /^-----BEGIN (?:PGP|PKCS7|CMS)/m,
  /^BEGIN:VCARD\r?$[\s\S]*QUOTED-PRINTABLE/m,
];
const names = /^(?:rtf|eml|msg|mht|mhtml|mbox|ps|eps|uu|uue|b64|p7m|p7s|pgp|gpg|asc)$/;

/**
 * Whether a file made of letters holds its words in a code (RTF, mail, saved page archives, PostScript, uuencode …): searched as
 * plain text it would pass unseen. Nobody here reads them, so they are refused.
 * @param extension without the dot, in small letters
 */
export function isCoded(text: string, extension: string): boolean {
  if (names.test(extension)) return true;
  const front = text.slice(0, head);
  return starts.some((start) => start.test(front)) || isMail(front);
}

/** Header lines from the first one on, with one that only mail has (RFC 5322 §2.1). */
function isMail(text: string): boolean {
  const block = /^(?:From [^\n]*\r?\n)?(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]*(?:\r?\n[ \t][^\n]*)*\r?\n)+/.exec(
    text.trimStart(),
  )?.[0];
  return block !== undefined && mailHeader.test(block);
}

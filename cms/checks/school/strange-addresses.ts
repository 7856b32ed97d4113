const address =
  /(?:https?:)?\/\/([a-z0-9.-]+(?::[0-9]+)?)|(?<![@a-z0-9.-])(?:www\.[a-z0-9-]+(?:\.[a-z0-9-]+)+|[a-z0-9-]+\.(?:com|cn|net|top|xyz|vip|cc|app|me|io)(?:\.cn)?)(?![a-z0-9-])/giu;

/** Addresses in a text that lead to another host than this one; a path of the site itself has no host. */
export function strangeAddresses(text: string, siteHost: string): { from: number; host: string }[] {
  const own = bare(siteHost);
  return [...text.normalize('NFKC').matchAll(address)].flatMap(({ 0: whole, 1: host, index }) => {
    const found = bare(host ?? whole);
    return found === own ? [] : [{ from: Math.min(index, text.length), host: found }];
  });
}

const bare = (host: string): string =>
  host
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^www\./, '')
    .replace(/\.$/, '');

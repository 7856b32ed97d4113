import type { Reader } from '../../read/reader.ts';
import type { AskLink, LinkState } from './links.ts';

/** Pages that are always there. */
const fixed =
  /^\/(?:$|(?:about|lists|teach|year|search|sitemap)\/?$|about\/[a-z-]+\/?$|(?:feed|calendar|sitemap|robots|today)\.[a-z]+$|feeds\/|api\/materials\.json$)/;

/** Asks the site's own pages through the reader, never over the network; null for addresses that are not ours. */
export function askOwnPages(reader: Reader): (url: string) => Promise<LinkState | null> {
  const base = reader.siteUrl();
  return async (url) => {
    const path =
      url.startsWith('/') && !url.startsWith('//')
        ? url
        : url === base || url.startsWith(`${base}/`)
          ? url.slice(base.length) || '/'
          : null;
    if (path === null) return null;
    const asked = plainPath(path);
    return asked !== null && (await exists(reader, asked)) ? 'alive' : 'dead';
  };
}

/** Without query and fragment, decoded; null for what no page can be asked with, like `/s/%E0%A4`. */
function plainPath(address: string): string | null {
  try {
    return decodeURI(new URL(address, 'http://localhost').pathname);
  } catch {
    return null;
  }
}

/** A public number as the pages take it: `1e1` or `07` is none of theirs. */
const serialOf = (text: string): number | null => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null);

async function exists(reader: Reader, path: string): Promise<boolean> {
  if (fixed.test(path)) return true;
  const [, room, name = '', more = ''] = path.split('/');
  switch (room) {
    case 's': {
      const serial = serialOf(name);
      const story = serial === null ? null : await reader.story(serial);
      return story !== null && story.state === 'live';
    }
    case 'teach': {
      // The lesson's page, and the ZIP that schools take away.
      const serial = serialOf(name.replace(/\.zip$/, ''));
      const material = serial === null ? null : await reader.material(serial);
      return material !== null && !('withdrawnAt' in material);
    }
    case 'c':
      return (await reader.column(name)) !== null;
    case 'lists':
      return (await reader.listType(name)) !== null;
    case 'year':
      return /^\d{4}$/.test(name) && (more === '' || (await reader.campaign(Number(name), more)) !== null);
    case 'media':
      return (await reader.media(name)) !== null;
    default:
      return false;
  }
}

/** Each address is asked once a night; those that are not ours only when somebody answers for that (`LINK_CHECK=on`). */
export function askOnce(own: (url: string) => Promise<LinkState | null>, outside: AskLink | null): AskLink {
  const asked = new Map<string, Promise<LinkState>>();
  const ask = async (url: string): Promise<LinkState> =>
    (await own(url)) ?? (outside && /^https?:\/\//.test(url) ? await outside(url) : 'unsure');
  return (url) => {
    const known = asked.get(url) ?? ask(url).catch((): LinkState => 'unsure');
    asked.set(url, known);
    return known;
  };
}

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
    return (await exists(reader, decodeURI(new URL(path, 'http://localhost').pathname))) ? 'alive' : 'dead';
  };
}

async function exists(reader: Reader, path: string): Promise<boolean> {
  if (fixed.test(path)) return true;
  const [, room, name = '', more = ''] = path.split('/');
  switch (room) {
    case 's': {
      const story = await reader.story(Number(name));
      return story !== null && story.state === 'live';
    }
    case 'teach': {
      const material = await reader.material(Number(name));
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

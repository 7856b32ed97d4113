import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Answer } from './answer.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

export interface StaticFile extends Answer {
  hash: string;
}

/**
 * What `astro build` left for the browser: style sheets, scripts, icons, prerendered pages. Only files that are listed
 * at the start exist, so no address can lead anywhere else.
 */
export async function openStaticFiles(root: string): Promise<(pathname: string) => Promise<StaticFile | null>> {
  const listed = new Map<string, string>();
  for (const item of await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])) {
    if (!item.isFile() || item.name.startsWith('.')) continue;
    const file = join(item.parentPath, item.name);
    const path = `/${relative(root, file).split(sep).join('/')}`;
    listed.set(path, file);
    if (item.name === 'index.html') {
      const folder = path.slice(0, -'index.html'.length);
      listed.set(folder, file).set(folder.slice(0, -1) || '/', file);
    }
  }
  const loaded = new Map<string, Promise<StaticFile>>();
  return async (pathname) => {
    const file = listed.get(pathname);
    if (!file) return null;
    const answer = loaded.get(file) ?? load(file, pathname);
    loaded.set(file, answer);
    // A failure is this visitor's alone.
    answer.catch(() => loaded.delete(file));
    return answer;
  };
}

async function load(file: string, pathname: string): Promise<StaticFile> {
  const body = await readFile(file);
  const extension = extname(file).toLowerCase();
  // Names below _astro carry the hash of their content: what they name never changes.
  const keep = pathname.startsWith('/_astro/')
    ? 'public, max-age=31536000, immutable'
    : extension === '.html'
      ? 'no-cache'
      : 'public, max-age=3600';
  return {
    status: 200,
    headers: [
      ['content-type', types[extension] ?? 'application/octet-stream'],
      ['cache-control', keep],
    ],
    body,
    hash: createHash('sha256').update(body).digest('hex'),
  };
}

import { zipSync, type Zippable } from 'fflate';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { withNumbers } from '../../campaigns/channels/shared/blocks.ts';
import { escapeHtml } from '../rich-text/escape.ts';
import { canonicalJson } from '../words/canonical.ts';
import type { packageFactsSchema } from './card-door.ts';
import { renditionOf } from './rendition/rendition.ts';
import type { Correction, Snapshot } from '../story/snapshot.ts';

export type PackageFacts = z.infer<typeof packageFactsSchema>;

/** ZIP keeps local wall-clock time: made of local parts, this instant is the same bytes in every zone. */
const stamp = new Date(1980, 0, 1);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * The ZIP that schools pull: lesson as HTML and text, pictures, licence, and `manifest.json` with the sha256 of each.
 * The same release with the same corrections gives the same bytes. Rejects when a picture file is gone.
 */
export async function materialPackage(
  release: {
    hash: string;
    version: number;
    snapshot: Snapshot;
    corrections: readonly Correction[];
    correcting?: number;
  },
  mediaFolder: string,
): Promise<PackageFacts & { zip: Uint8Array }> {
  const { correcting, corrections, snapshot } = release;
  const whole = renditionOf(snapshot, corrections, correcting);
  const images = await Promise.all(snapshot.images.map((picture) => imageOf(picture, mediaFolder)));
  const contents: [string, Uint8Array][] = [
    ['lesson.html', utf8(page(snapshot, whole.html, new Map(images.map(({ id, name }) => [id, name]))))],
    [
      'lesson.txt',
      utf8(
        `${snapshot.title}\n\n${snapshot.summary}\n\n${withNumbers(whole)}\n来源：${snapshot.source}　作者：${snapshot.author}\n`,
      ),
    ],
    ['LICENSE.txt', utf8(licence(snapshot))],
    ...images.map(({ name, bytes }): [string, Uint8Array] => [name, bytes]),
  ];
  const files = contents.map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256(bytes) }));
  const manifest = {
    title: snapshot.title,
    version: release.version,
    hash: release.hash,
    lesson: snapshot.lesson,
    source: snapshot.source,
    author: snapshot.author,
    corrections,
    files,
  };
  const tree: Zippable = Object.fromEntries([
    ...contents,
    ['manifest.json', utf8(`${canonicalJson(manifest)}\n`)] as const,
  ]);
  const zip = zipSync(tree, { mtime: stamp, level: 6 });
  return { zip, bytes: zip.length, sha256: sha256(zip), files };
}

async function imageOf(picture: Snapshot['images'][number], mediaFolder: string) {
  const file = picture.renditions.find((r) => r.size === 'inline')?.fileName ?? picture.fileName;
  return {
    id: picture.id,
    name: `images/${basename(file)}`,
    bytes: new Uint8Array(await readFile(join(mediaFolder, basename(file)))),
  };
}

function page(snapshot: Snapshot, whole: string, images: Map<string, string>): string {
  const html = whole.replace(/<img data-media="([^"]+)"/g, (_, id: string) => `<img src="${images.get(id) ?? ''}"`);
  const { lesson } = snapshot;
  const facts = lesson ? [lesson.stage, lesson.theme, lesson.subject, `${lesson.duration}分钟`].join(' · ') : '';
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(snapshot.title)}</title></head>`,
    `<body><h1>${escapeHtml(snapshot.title)}</h1><p>${escapeHtml(facts)}</p><p>${escapeHtml(snapshot.summary)}</p>`,
    html,
    `<p>来源：${escapeHtml(snapshot.source)}　作者：${escapeHtml(snapshot.author)}</p></body>`,
    '</html>',
    '',
  ].join('\n');
}

function licence({ lesson, source, author }: Snapshot): string {
  return [
    `许可：${lesson?.licence ?? ''}`,
    lesson?.licenceUrl ? `全文：${lesson.licenceUrl}` : '',
    `来源：${source}`,
    `作者：${author}`,
    '',
  ]
    .filter((l, i, all) => l !== '' || i === all.length - 1)
    .join('\n');
}

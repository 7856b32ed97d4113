import { Unreadable } from '../checks/files/unreadable.ts';
import { leanSharp } from '../media/lean-sharp.ts';
import { readRich } from '../rich-text/from-html/read.ts';
import { bodyOf } from './body-of.ts';
import { cutPicture } from './docx/cut-picture.ts';
import { openWord, type OpenWord } from './docx/open-word.ts';
import { sayings } from './docx/sayings.ts';
import type { WordPicture } from './docx/word.ts';
import { ImportRefused, type OldStory } from './old-story.ts';

/**
 * A Word file: headings, lists, tables, pictures, and the numbers that Word makes itself; what cannot be taken is told.
 * @throws ImportRefused
 */
export async function readDocx(bytes: Uint8Array, fallbackTitle: string): Promise<OldStory> {
  const { nodes, notes, word } = open(bytes);
  const body = bodyOf(readRich(nodes), null, fallbackTitle);
  const told = [...notes, ...body.notes];
  for (const [i, picture] of body.pictures.entries()) {
    const own = word.pictures[Number(/^docx:(\d+)$/.exec(picture.ref)?.[1] ?? -1)];
    // A picture of an embedded page keeps the name that the page gives it.
    if (!own) continue;
    picture.ref = `第${i + 1}张图片`;
    picture.bytes = await shown(own);
    if (!picture.bytes) told.push(sayings.uncut(picture.ref));
  }
  return { ...body, summary: null, sourceUrl: null, tags: [], notes: told };
}

async function shown({ cut, pack, part }: WordPicture): Promise<Uint8Array | null> {
  const bytes = pack.bytes(part);
  if (!bytes || !cut) return bytes;
  leanSharp();
  return cutPicture(bytes, cut);
}

function open(bytes: Uint8Array): OpenWord {
  try {
    return openWord(bytes);
  } catch (error) {
    if (error instanceof Unreadable) throw new ImportRefused(error.message);
    throw error;
  }
}

import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { StarterColumn } from './column-schema.ts';
import { ContentError } from './content-error.ts';
import { listFiles, stem } from './list-files.ts';
import { loadColumns } from './load-columns.ts';
import { mustMatch } from './load-named.ts';
import { parseContent } from './parse-content.ts';
import { readMarkdown } from './read-markdown.ts';
import { type StarterStory, storySchema } from './story-schema.ts';

const folder = 'content/stories';

/**
 * Every story of `content/stories/<kind>/`, oldest first; columns, kinds and pictures are checked.
 * @throws ContentError
 */
export async function loadStories(root: string): Promise<StarterStory[]> {
  const columns = new Map((await loadColumns(root)).map((column) => [column.slug, column]));
  const files = await listFiles(root, folder, '.md');
  const stories = await Promise.all(files.map((file) => loadStory(root, file, columns)));
  refuseTwins(files);
  return stories.sort((a, b) => (a.publishedAt + a.slug < b.publishedAt + b.slug ? -1 : 1));
}

async function loadStory(root: string, file: string, columns: Map<string, StarterColumn>): Promise<StarterStory> {
  const { front, body } = await readMarkdown(root, file);
  const story = parseContent(storySchema, { ...(front as object), slug: stem(file), body }, file);
  mustMatch(file, 'kind', story.kind, file.split('/').at(-2) ?? '');
  const column = columns.get(story.column);
  if (!column) {
    throw new ContentError(
      file,
      `字段“column”写的栏目“${story.column}”不存在，请改成 content/columns/ 里的一个，或先建这个栏目。`,
    );
  }
  if (!column.kinds.includes(story.kind)) {
    throw new ContentError(
      file,
      `字段“column”的栏目“${column.name}”不收“${story.kind}”类稿件，请换栏目，或在栏目的 kinds 里加上。`,
    );
  }
  await mustHavePicture(root, file, story);
  return story;
}

async function mustHavePicture(root: string, file: string, story: StarterStory): Promise<void> {
  if (!story.picture) return;
  const picture = `content/media/${story.picture.file}`;
  await access(join(root, picture)).catch(() => {
    throw new ContentError(file, `字段“picture file”指的图片 ${picture} 不存在，请放入图片或改正文件名。`);
  });
}

function refuseTwins(files: string[]): void {
  const seen = new Map<string, string>();
  for (const file of files) {
    const twin = seen.get(stem(file));
    if (twin) throw new ContentError(file, `和 ${twin} 同名，稿件名全站不能重复，请改其中一个。`);
    seen.set(stem(file), file);
  }
}

import { listFiles, stem } from './list-files.ts';
import { type StarterMaterial, materialSchema } from './material-schema.ts';
import { parseContent } from './parse-content.ts';
import { readMarkdown } from './read-markdown.ts';

/** Every lesson of `content/materials/`, oldest first. @throws ContentError */
export async function loadMaterials(root: string): Promise<StarterMaterial[]> {
  const files = await listFiles(root, 'content/materials', '.md');
  const materials = await Promise.all(
    files.map(async (file) => {
      const { front, body } = await readMarkdown(root, file);
      return parseContent(materialSchema, { ...(front as object), slug: stem(file), body }, file);
    }),
  );
  return materials.sort((a, b) => (a.publishedAt + a.slug < b.publishedAt + b.slug ? -1 : 1));
}

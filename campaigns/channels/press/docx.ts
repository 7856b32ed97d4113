import { Document, HeadingLevel, LevelFormat, Packer, Paragraph } from 'docx';
import type { Release } from '../../ports/release.ts';
import { blocksOf, type Block } from '../shared/blocks.ts';
import { brokenLines as lines, typeface } from '../shared/docx-text.ts';
import type { PackedPicture } from '../shared/pictures.ts';

const font = typeface('宋体');
const indent = { firstLine: 480 };

/** 稿件.docx: title, author, text; a picture is a line that names its file, the originals travel beside it. */
export async function storyDocx(release: Release, pictures: PackedPicture[]): Promise<Uint8Array> {
  const names = new Map(pictures.map((p) => [p.image.id, p.file.path]));
  const blocks = blocksOf(release.html);
  const document = new Document({
    title: release.title,
    creator: release.source,
    styles: { default: { document: { run: { font, size: 24 }, paragraph: { spacing: { line: 400 } } } } },
    numbering: { config: numberings(blocks) },
    sections: [
      {
        children: [
          new Paragraph({ text: release.title, heading: HeadingLevel.TITLE, alignment: 'center' }),
          new Paragraph({ text: `${release.author}　${release.source}`, alignment: 'center' }),
          ...blocks.map((block) => paragraphOf(block, names)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const listName = ({ list, number, depth }: { list: number; number: number | null; depth: number }): string =>
  `list-${list}-${number === null ? 'bullets' : depth}`;

/** One numbering of its own for each ordered list, so that it begins where the text says and not where the one before ended. */
function numberings(blocks: readonly Block[]) {
  const firsts = new Map<string, { start: number; level: number }>();
  for (const block of blocks) {
    if (block.kind !== 'item' || block.number === null || firsts.has(listName(block))) continue;
    firsts.set(listName(block), { start: block.number, level: Math.min(block.depth, 8) });
  }
  return [...firsts].map(([reference, { start, level }]) => ({
    reference,
    levels: [
      {
        level,
        format: LevelFormat.DECIMAL,
        text: `%${level + 1}.`,
        alignment: 'left' as const,
        start,
        style: { paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } } },
      },
    ],
  }));
}

function paragraphOf(block: Block, names: Map<string, string>): Paragraph {
  switch (block.kind) {
    case 'heading':
      return new Paragraph({
        text: block.text,
        heading: block.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
      });
    case 'picture':
      return new Paragraph({ text: `（此处配图：${names.get(block.imageId) ?? '图片缺失'}）`, alignment: 'center' });
    case 'item':
      if (block.goesOn)
        return new Paragraph({ children: lines(block.text), indent: { left: 720 * (block.depth + 1) } });
      return new Paragraph({
        children: lines(block.text),
        ...(block.number === null
          ? { bullet: { level: Math.min(block.depth, 8) } }
          : { numbering: { reference: listName(block), level: Math.min(block.depth, 8) } }),
      });
    case 'quote':
      return new Paragraph({ children: lines(block.text), indent: { left: 480 } });
    case 'paragraph':
      return new Paragraph({ children: lines(block.text), indent });
  }
}

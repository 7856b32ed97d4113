import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import type { Release } from '../../ports/release.ts';
import { blocksOf, type Block } from '../shared/blocks.ts';
import { brokenLines as lines, typeface } from '../shared/docx-text.ts';
import type { PackedPicture } from '../shared/pictures.ts';

const font = typeface('宋体');
const indent = { firstLine: 480 };

/** 稿件.docx: title, author, text; a picture is a line that names its file, the originals travel beside it. */
export async function storyDocx(release: Release, pictures: PackedPicture[]): Promise<Uint8Array> {
  const names = new Map(pictures.map((p) => [p.image.id, p.file.path]));
  const document = new Document({
    title: release.title,
    creator: release.source,
    styles: { default: { document: { run: { font, size: 24 }, paragraph: { spacing: { line: 400 } } } } },
    sections: [{
      children: [
        new Paragraph({ text: release.title, heading: HeadingLevel.TITLE, alignment: 'center' }),
        new Paragraph({ text: `${release.author}　${release.source}`, alignment: 'center' }),
        ...blocksOf(release.html).map((block) => paragraphOf(block, names)),
      ],
    }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function paragraphOf(block: Block, names: Map<string, string>): Paragraph {
  switch (block.kind) {
    case 'heading':
      return new Paragraph({ text: block.text, heading: block.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2 });
    case 'picture':
      return new Paragraph({ text: `（此处配图：${names.get(block.imageId) ?? '图片缺失'}）`, alignment: 'center' });
    case 'item':
      return new Paragraph({ text: block.text, bullet: { level: 0 } });
    case 'quote':
      return new Paragraph({ children: lines(block.text), indent: { left: 480 } });
    case 'paragraph':
      return new Paragraph({ children: lines(block.text), indent });
  }
}

import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { Broadcast } from './broadcast.ts';
import { steadyZip } from './steady-zip.ts';

const font = { ascii: 'Times New Roman', eastAsia: '宋体', hAnsi: 'Times New Roman' };

/**
 * The script as a Word file for the announcer's desk, in large type.
 * @param date stands in the file, so that the same release gives the same bytes
 */
export async function broadcastDocx({ title, advice, paragraphs }: Broadcast, date: Date): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: '诚信宣传',
    styles: { default: { document: { run: { font, size: 36 }, paragraph: { spacing: { line: 480 } } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...['播音提示（不念）', ...advice].map(
            (text) => new Paragraph({ children: [new TextRun({ text, size: 24 })] }),
          ),
          ...paragraphs.map(
            (lines) =>
              new Paragraph({
                spacing: { before: 320 },
                children: lines.map((text, i) => new TextRun({ text, break: i === 0 ? 0 : 1 })),
              }),
          ),
        ],
      },
    ],
  });
  const stamp = date.toISOString().replace(/\.\d+Z$/, 'Z');
  return steadyZip(new Uint8Array(await Packer.toBuffer(document)), (text) =>
    text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${stamp}`),
  );
}

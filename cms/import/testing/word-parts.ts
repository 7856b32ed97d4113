import { wordFile } from '../../checks/files/testing/office.ts';
import { richTextToHtml } from '../../rich-text/to-html.ts';
import type { OldStory } from '../old-story.ts';

/** Pieces of a Word file, as Word and WPS write them; for tests. */
export const r = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const p = (inside: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;
export const numbered = (text: string, list = 1, level = 0): string =>
  p(r(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
export const styled = (text: string, style: string): string => p(r(text), `<w:pStyle w:val="${style}"/>`);
export const table = (...rows: string[][]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr/>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
export const title = p(r('守信事项办事指南'));

/** A list of a document from its levels: format, text, start. */
export const numbering = (...lists: [format: string, shown: string, more?: string][][]): string =>
  lists
    .map(
      (levels, i) =>
        `<w:abstractNum w:abstractNumId="${i}">${levels.map(([format, shown, more = ''], at) => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${shown}"/></w:lvl>`).join('')}</w:abstractNum>`,
    )
    .join('') + lists.map((_, i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${i}"/></w:num>`).join('');

export const relations = (...rows: [id: string, type: string, target: string, external?: boolean][]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.map(([id, type, target, external]) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`).join('')}</Relationships>`;

/** A document with a title; `parts` by their names in `word/`. */
export const word = (body: string, parts: Record<string, string | Uint8Array> = {}): Uint8Array =>
  wordFile(title + body, Object.fromEntries(Object.entries(parts).map(([name, part]) => [`word/${name}`, part])));

export const htmlOf = ({ blocks, pictures }: OldStory): string =>
  richTextToHtml(
    { root: { type: 'root', children: blocks } },
    new Map(pictures.map(({ alt, caption }, i) => [`old:${i}`, { alt, caption }])),
  );

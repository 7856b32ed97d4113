import type { CheckedText } from '../checked-text.ts';
import { join, type Contents } from './contents.ts';
import { decodeText } from './decode-text.ts';
import { parseXml } from './parse-xml.ts';
import { readSheet, type Sheet } from './read-sheet.ts';
import { sharedStrings } from './shared-strings.ts';
import type { ZipEntry } from './unzip.ts';

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** The sheets, names and strings of a workbook; its other parts are read like those of any office file. */
export function readWorkbook(entries: readonly ZipEntry[]): { contents: Contents; done: Set<string> } {
  const text = (name: string) => {
    const entry = entries.find((e) => e.name === name);
    return entry ? decodeText(entry.bytes) : '';
  };
  const spoken: string[] = [];
  const strings = sharedStrings(text('xl/sharedStrings.xml'), (heard) => spoken.push(heard));
  const sheets = sheetsByTarget(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels'));
  const used = new Set<number>();
  const read = entries
    .filter(({ name }) => /^xl\/(?:work|chart|dialog|macro)sheets\/[^/]+\.xml$/i.test(name))
    .map(({ name, bytes }) => ({
      name,
      contents: readSheet(
        decodeText(bytes),
        sheets.get(name) ?? { name: name.slice(name.lastIndexOf('/') + 1), hidden: true },
        strings,
        used,
      ),
    }));
  const unused: CheckedText[] = strings.flatMap((string, i) =>
    used.has(i) ? [] : [{ field: '没有单元格再用的文字', text: string, at: () => '没有单元格再用的文字' }],
  );
  const names: CheckedText[] = [...sheets.values()].map(({ name }) => ({
    field: '工作表名',
    text: name,
    at: () => '工作表名',
  }));
  return {
    contents: join([
      ...read.map(({ contents }) => contents),
      {
        texts: [...unused, ...names, { field: '注音', text: spoken.join('\n'), kind: 'machine', at: () => '注音' }],
        findings: [],
      },
    ]),
    done: new Set([...read.map(({ name }) => name), 'xl/sharedStrings.xml']),
  };
}

function sheetsByTarget(workbook: string, rels: string): Map<string, Sheet> {
  const targets = new Map<string, string>();
  elements(rels, 'Relationship', ({ Id, Target }) => {
    if (Id && Target) targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
  });
  const sheets = new Map<string, Sheet>();
  elements(workbook, 'sheet', (attributes) => {
    const id = Object.entries(attributes).find(([key]) => local(key) === 'id')?.[1] ?? '';
    const target = targets.get(id);
    if (target)
      sheets.set(target, { name: attributes['name'] ?? '', hidden: /hidden/i.test(attributes['state'] ?? '') });
  });
  return sheets;
}

function elements(xml: string, name: string, visit: (attributes: Record<string, string>) => void): void {
  parseXml(xml, {
    onopentag: (tag, attributes) => {
      if (local(tag) === name) visit(attributes);
    },
  });
}

import { posix } from 'node:path';
import { decodeText } from '../../checks/files/decode-text.ts';
import { mustBeShallow } from '../../checks/files/parse-xml.ts';
import { unzip } from '../../checks/files/unzip.ts';
import { ImportRefused } from '../old-story.ts';
import { kids, readXml, type Xml } from './xml.ts';

export interface Target {
  /** The last word of its type: `image`, `hyperlink`, `footnotes` … */
  type: string;
  /** A part's name, or an address outside. */
  target: string;
  external: boolean;
}

/** Text that unfolds to more than this is no story. */
const longestXml = 20 * 1024 * 1024;

/** The parts of a Word file. They are found by what the file says of them, not by the names that Word usually gives. */
export class WordPackage {
  readonly #parts: ReadonlyMap<string, Uint8Array>;
  readonly #read = new Map<string, Xml>();
  readonly #targets = new Map<string, Map<string, Target>>();
  readonly main: string;

  /** @throws ImportRefused, Unreadable */
  constructor(bytes: Uint8Array) {
    this.#parts = new Map(unzip(bytes).map(({ name, bytes: part }) => [name.replace(/^\/+/, ''), part]));
    for (const [name, part] of this.#parts) if (/\.(?:xml|rels)$/i.test(name)) mustBeShallow(decodeText(part), true);
    const stated = [...this.targets('').values()].find(({ type }) => type === 'officeDocument')?.target;
    const main = [stated ?? '', 'word/document.xml', ...this.#parts.keys()].find(
      (name, i) => this.#parts.has(name) && (i < 2 || /^word\/document\d*\.xml$/.test(name)),
    );
    if (main === undefined || /^(?:xl|ppt)\//.test(main))
      throw new ImportRefused('这不是 Word 文件（里面没有正文）：请用 Word 另存为 docx。');
    if ((this.#parts.get(main)?.length ?? 0) > longestXml)
      throw new ImportRefused('正文展开后大得不正常：请确认文件来历，拆开再导入。');
    this.main = main;
  }

  bytes(name: string): Uint8Array | null {
    return (
      this.#parts.get(name) ?? [...this.#parts].find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1] ?? null
    );
  }

  text(name: string): string | null {
    const bytes = this.bytes(name);
    return bytes ? decodeText(bytes) : null;
  }

  xml(name: string): Xml | null {
    const text = this.#read.has(name) ? null : this.text(name);
    if (text !== null) this.#read.set(name, readXml(text));
    return this.#read.get(name) ?? null;
  }

  /** What a part refers to, by id. */
  targets(part: string): Map<string, Target> {
    const found = this.#targets.get(part) ?? this.#targetsOf(part);
    this.#targets.set(part, found);
    return found;
  }

  #targetsOf(part: string): Map<string, Target> {
    const folder = posix.dirname(part);
    const root = this.xml(posix.join(folder, '_rels', `${posix.basename(part)}.rels`));
    const rows = kids(kids(root)[0]).filter(({ name }) => name.endsWith('Relationship'));
    return new Map(
      rows.map(({ attributes: { Id = '', Target = '', TargetMode = '', Type = '' } }) => {
        const external = TargetMode === 'External';
        const path = Target.replaceAll('\\', '/');
        return [
          Id,
          {
            type: Type.slice(Type.lastIndexOf('/') + 1),
            external,
            target: external
              ? Target
              : path.startsWith('/')
                ? path.slice(1)
                : posix.normalize(posix.join(folder, path)),
          },
        ];
      }),
    );
  }

  /** A part that the main one refers to by its kind (`styles`, `footnotes`); by its usual name when nothing does. */
  beside(type: string): string | null {
    const stated = [...this.targets(this.main).values()].find(
      (target) => target.type === type && !target.external,
    )?.target;
    return (
      [stated ?? '', posix.join(posix.dirname(this.main), `${type}.xml`)].find((name) => this.bytes(name) !== null) ??
      null
    );
  }
}

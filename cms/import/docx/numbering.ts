import { formatNumber } from './number-format.ts';
import type { Styles } from './styles.ts';
import { child, kids, val, type Xml } from './xml.ts';

/** What stands before a numbered paragraph. */
export interface Numbered {
  /** From 1. */
  depth: number;
  bullet: boolean;
  /** 1. 2. 3.: as the editor's own lists count. */
  plain: boolean;
  number: number;
  /** As Word shows it: 第一条, （一）, 1.1 … */
  text: string;
}

interface Level {
  start: number;
  format: string;
  shown: string;
  restarts: boolean;
  legal: boolean;
  style: string | null;
}

interface List {
  /** Lists that share it count on from each other. */
  counter: string;
  levels: Map<number, Level>;
  /** Where this list begins anew. */
  restarts: Map<number, number>;
}

const levelOf = (xml: Xml): Level => ({
  start: Number(val(xml, 'w:start') ?? 1),
  format: val(xml, 'w:numFmt') ?? val(child(child(xml, 'mc:AlternateContent'), 'mc:Choice'), 'w:numFmt') ?? 'decimal',
  shown: val(xml, 'w:lvlText') ?? '',
  restarts: val(xml, 'w:lvlRestart') !== '0',
  legal: child(xml, 'w:isLgl') !== null,
  style: val(xml, 'w:pStyle'),
});

/** The numbers that Word makes itself, told paragraph by paragraph in the order of the text (ECMA-376 part 1, §17.9). */
export class Numbering {
  readonly #lists = new Map<string, List>();
  readonly #styles: Styles;
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(xml: Xml | null, styles: Styles) {
    this.#styles = styles;
    const rows = kids(kids(xml)[0]);
    const levelsIn = (node: Xml): [number, Level][] =>
      kids(node)
        .filter(({ name }) => name === 'w:lvl')
        .map((level) => [Number(level.attributes['w:ilvl'] ?? 0), levelOf(level)]);
    const abstract = new Map(
      rows
        .filter(({ name }) => name === 'w:abstractNum')
        .map((row) => [
          row.attributes['w:abstractNumId'] ?? '',
          { linked: val(row, 'w:numStyleLink'), levels: levelsIn(row) },
        ]),
    );
    for (const row of rows.filter(({ name }) => name === 'w:num')) {
      let counter = val(row, 'w:abstractNumId') ?? '';
      const linked = styles
        .chain(abstract.get(counter)?.linked ?? null)
        .map(({ paragraph }) => val(child(paragraph, 'w:numPr'), 'w:numId'))
        .find(Boolean);
      const elsewhere = linked
        ? rows.find((other) => other.name === 'w:num' && other.attributes['w:numId'] === linked)
        : undefined;
      if (elsewhere) counter = val(elsewhere, 'w:abstractNumId') ?? counter;
      const levels = new Map(abstract.get(counter)?.levels);
      const restarts = new Map<number, number>();
      for (const override of kids(row).filter(({ name }) => name === 'w:lvlOverride')) {
        const at = Number(override.attributes['w:ilvl'] ?? 0);
        for (const [, level] of levelsIn(override)) levels.set(at, level);
        const start = val(override, 'w:startOverride');
        if (start !== null) restarts.set(at, Number(start));
      }
      this.#lists.set(row.attributes['w:numId'] ?? '', { counter, levels, restarts });
    }
  }

  /** Counts one paragraph. Null: it bears no number. */
  next(own: Xml | null, styleId: string | null): Numbered | null {
    const found = this.#placeOf(own, styleId);
    const list = this.#lists.get(found?.id ?? '');
    const level = list?.levels.get(found?.at ?? 0);
    if (!found || !list || !level) return null;
    const { at, id } = found;
    const counts = this.#counts.get(list.counter) ?? [];
    this.#counts.set(list.counter, counts);
    const restart = list.restarts.get(at);
    if (restart !== undefined && !this.#begun.has(`${id} ${at}`)) counts[at] = restart - 1;
    this.#begun.add(`${id} ${at}`);
    const number = (counts[at] ?? level.start - 1) + 1;
    counts[at] = number;
    for (let deeper = at + 1; deeper < counts.length; deeper += 1)
      if (list.levels.get(deeper)?.restarts !== false) counts[deeper] = undefined;
    if (level.format === 'bullet') return { depth: at + 1, bullet: true, plain: false, number: 1, text: '•' };
    const text = level.shown.replace(/%(\d)/g, (_, digit: string) => {
      const other = list.levels.get(Number(digit) - 1);
      return formatNumber(
        level.legal ? 'decimal' : (other?.format ?? 'decimal'),
        counts[Number(digit) - 1] ?? other?.start ?? 1,
      );
    });
    const isPlain = level.format === 'decimal' && new RegExp(`^%${at + 1}[.．、]?$`).test(level.shown.trim());
    return { depth: at + 1, bullet: false, plain: isPlain && number > 0, number, text: text.trim() };
  }

  /** The list and rank of a paragraph: its own, or its style's. */
  #placeOf(own: Xml | null, styleId: string | null): { id: string; at: number } | null {
    const chain = this.#styles.paragraphChain(styleId);
    const all = [child(own, 'w:numPr'), ...chain.map(({ paragraph }) => child(paragraph, 'w:numPr'))];
    const id = all.map((one) => val(one, 'w:numId')).find((one) => one !== null);
    if (id === undefined || id === null || id === '0') return null;
    const stated =
      val(all[0], 'w:ilvl') ??
      [...(this.#lists.get(id)?.levels ?? [])].find(
        ([, { style }]) => style !== null && chain.some((one) => one.id === style),
      )?.[0] ??
      all.map((one) => val(one, 'w:ilvl')).find((one) => one !== null);
    return { id, at: Number(stated ?? 0) };
  }
}

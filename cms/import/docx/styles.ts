import { child, isOn, kids, val, type Xml } from './xml.ts';

export interface Style {
  id: string;
  name: string;
  basedOn: string | null;
  paragraph: Xml | null;
  run: Xml | null;
}

/** The styles of a document, as far as they hide, raise, number or rank. */
export class Styles {
  readonly #byId = new Map<string, Style>();
  readonly #defaults: Xml | null;
  readonly #defaultParagraph: string | null;

  constructor(xml: Xml | null) {
    const root = kids(xml)[0];
    for (const style of kids(root).filter(({ name }) => name === 'w:style')) {
      const id = style.attributes['w:styleId'] ?? '';
      this.#byId.set(id, {
        id,
        name: val(style, 'w:name') ?? '',
        basedOn: val(style, 'w:basedOn'),
        paragraph: child(style, 'w:pPr'),
        run: child(style, 'w:rPr'),
      });
    }
    this.#defaults = child(child(child(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
    this.#defaultParagraph =
      kids(root).find(
        ({ attributes, name }) =>
          name === 'w:style' && attributes['w:type'] === 'paragraph' && attributes['w:default'] === '1',
      )?.attributes['w:styleId'] ?? null;
  }

  /** A style and those it is based on, nearest first. */
  chain(id: string | null): Style[] {
    const found: Style[] = [];
    for (
      let style = this.#byId.get(id ?? '');
      style && !found.includes(style);
      style = this.#byId.get(style.basedOn ?? '')
    )
      found.push(style);
    return found;
  }

  paragraphChain(id: string | null): Style[] {
    return this.chain(id ?? this.#defaultParagraph);
  }

  /** Run properties that hold for a run, nearest first: its own, its style's, its paragraph's style's, the document's. */
  runProperties(own: Xml | null, paragraphStyle: string | null): (Xml | null)[] {
    return [
      own,
      ...this.chain(val(own, 'w:rStyle')).map(({ run }) => run),
      ...this.paragraphChain(paragraphStyle).map(({ run }) => run),
      this.#defaults,
    ];
  }

  /** Bold, italic and struck of a run itself or its character style: a paragraph that is bold as a whole is so for its looks. */
  ownProperties(own: Xml | null): (Xml | null)[] {
    return [own, ...this.chain(val(own, 'w:rStyle')).map(({ run }) => run)];
  }
}

/** What the nearest says that says anything. */
export const settled = (properties: readonly (Xml | null)[], name: string): boolean =>
  properties.map((one) => isOn(one, name)).find((one) => one !== undefined) ?? false;
export const nearest = (properties: readonly (Xml | null)[], name: string): string | null =>
  properties.map((one) => val(one, name)).find((one) => one !== null) ?? null;

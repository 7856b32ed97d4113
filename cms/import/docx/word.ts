import type { SourceNode } from '../../rich-text/from-html/source-node.ts';
import type { Numbering } from './numbering.ts';
import type { Target, WordPackage } from './package.ts';
import type { Styles } from './styles.ts';
import type { Xml } from './xml.ts';

/** A picture of the document: the part that holds it, and how much of it is shown (shares of its width and height cut away). */
export interface WordPicture {
  pack: WordPackage;
  part: string;
  cut: { left: number; top: number; right: number; bottom: number } | null;
}

/** A field that is open (ECMA-376 §17.16.18). Its code is not shown, its result is. */
interface Field {
  code: string;
  inCode: boolean;
  /** Whether anything of its result was read. */
  shown: boolean;
  /** The form field that it belongs to. */
  form: Xml | null;
}

/** What is known and collected while a document is read. */
export interface Word {
  pack: WordPackage;
  /** References of the part that is being read. */
  targets: Map<string, Target>;
  styles: Styles;
  numbering: Numbering;
  /** Of this document and those in it. */
  pictures: WordPicture[];
  fields: Field[];
  /** Foot- and endnotes in the order in which the text refers to them. */
  notes: { kind: 'footnotes' | 'endnotes'; id: string }[];
  /** Text boxes of the paragraph that is being read: they come behind it. */
  boxes: SourceNode[];
  /** Paragraphs whose end was deleted: their words belong to the next. */
  carried: (Xml | string)[];
  /** Documents in documents. */
  depth: number;
}

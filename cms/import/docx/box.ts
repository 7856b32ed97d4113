import type { SourceNode } from '../../rich-text/from-html/source-node.ts';
import { child, isOn, type Xml } from './xml.ts';

/** A box to tick, as a sign. */
export const box = (isTicked: boolean | undefined): SourceNode => ({ text: isTicked ? '☑' : '☐' });

/** The box of a form field; null when the field has none. */
export const formBox = (form: Xml | null): SourceNode | null => {
  const found = child(form, 'w:checkBox');
  return found ? box(isOn(found, 'w:checked') ?? isOn(found, 'w:default')) : null;
};

import type { RichNode } from './node.ts';

const plain = { format: '', indent: 0, version: 1, direction: 'ltr' } as const;

/** An element of the editor's state with everything the editor expects of it. */
export const block = (type: string, children: RichNode[], more: Partial<RichNode> = {}): RichNode => ({
  type,
  children,
  ...plain,
  ...more,
});

export const textNode = (text: string, format = 0): RichNode => ({
  type: 'text',
  text,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
  version: 1,
});

export const linebreak = (): RichNode => ({ type: 'linebreak', version: 1 });

export const listItem = (children: RichNode[], value: number): RichNode => block('listitem', children, { value });

export const linkNode = (url: string, children: RichNode[]): RichNode =>
  block('link', children, { version: 3, fields: { url, newTab: false, linkType: 'custom' } });

export const tableCell = (children: RichNode[], header: boolean): RichNode =>
  block('tablecell', children, { headerState: header ? 1 : 0, colSpan: 1, rowSpan: 1, backgroundColor: null });

/** A picture between paragraphs. */
export const upload = (mediaId: string): RichNode => ({
  type: 'upload',
  version: 3,
  format: '',
  fields: {},
  relationTo: 'media',
  value: mediaId,
});

import { isRichText, type RichNode } from './node.ts';

const lineKinds = new Set(['paragraph', 'heading', 'quote', 'listitem', 'tablerow']);

/** The words of a text without its make-up, one entry for each paragraph, heading, list item or table row that has any. */
export function plainLines(body: unknown): string[] {
  return isRichText(body) ? lines(body.root) : [];
}

function lines(node: RichNode): string[] {
  const found: string[] = [];
  let open = '';
  const pushRow = (row: string) => {
    if (row.replace(/｜/g, '') !== '') found.push(row);
  };
  const close = () => {
    if (open.trim() !== '') found.push(open.trim());
    open = '';
  };
  for (const child of node.children ?? []) {
    if (child.type === 'tablerow') pushRow((child.children ?? []).map((cell) => lines(cell).join(' ')).join('｜'));
    else if (lineKinds.has(child.type) || child.type === 'list' || child.type === 'table') {
      close();
      for (const line of lines(child)) found.push(line);
    } else
      open +=
        child.type === 'linebreak' || child.type === 'tab'
          ? ' '
          : (child.text ?? (child.children ? lines(child).join('') : ''));
  }
  close();
  return found;
}

import type { RichNode } from '../rich-text/node.ts';

const limits = { nodes: 400_000, depth: 200 };

/** Whether a value is a list of the editor's nodes, neither endless nor bottomless. Without recursion. */
export function isNodeTree(value: unknown): value is RichNode[] {
  if (!Array.isArray(value)) return false;
  const open: { node: unknown; depth: number }[] = value.map((node: unknown) => ({ node, depth: 1 }));
  let count = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const { depth, node } = next;
    if ((count += 1) > limits.nodes || depth > limits.depth) return false;
    if (typeof node !== 'object' || node === null || !('type' in node) || typeof node.type !== 'string') return false;
    const children: unknown = 'children' in node ? node.children : undefined;
    if (children === undefined) continue;
    if (!Array.isArray(children)) return false;
    for (const child of children as unknown[]) open.push({ node: child, depth: depth + 1 });
  }
  return true;
}

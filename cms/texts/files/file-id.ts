/** How a file is named in addresses and in the trail: `lists--wage-arrears`. No short name has two hyphens in a row. */
export const fileId = ({ kind, name }: { kind: string; name: string }): string => `${kind}--${name}`;

export function readFileId(id: string): { kind: string; name: string } {
  const [kind = '', ...rest] = id.split('--');
  return { kind, name: rest.join('--') };
}

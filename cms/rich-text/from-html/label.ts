/** A number that the program makes itself, as text before the words it numbers: 第一条　…, 一、…, 1.1 … */
export function beforeWords(label: string): string {
  if (/[、．）：。·]$/.test(label)) return label;
  return /[\p{Script=Han}]$/u.test(label) ? `${label}　` : `${label} `;
}

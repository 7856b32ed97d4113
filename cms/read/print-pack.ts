/** What a story offers for boards, loudspeakers and elderly readers, by the last part of its address. */
export const printFiles = {
  'poster-a4.pdf': { label: '海报A4', mime: 'application/pdf' },
  'poster-a3.pdf': { label: '海报A3', mime: 'application/pdf' },
  'large-type.pdf': { label: '大字版', mime: 'application/pdf' },
  'broadcast.txt': { label: '广播稿', mime: 'text/plain; charset=utf-8' },
  'broadcast.docx': {
    label: '广播稿Word版',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  'all.zip': { label: '全部ZIP', mime: 'application/zip' },
} as const;
export type PrintName = keyof typeof printFiles;

export const isPrintName = (name: string): name is PrintName => Object.hasOwn(printFiles, name);

export interface PrintFile {
  /** Chinese name for whoever saves it. */
  fileName: string;
  mime: string;
  bytes: Uint8Array;
  /** sha256 of the bytes, hex. */
  hash: string;
}

export const printPath = (serial: number, name: PrintName): string => `/s/${serial}/print/${name}`;

import type { FileKind } from './file-kind.ts';

/** The picture that an article without one of its own is given. It is a text: a drawing, and may hold words. */
export const coverKind = {
  noun: '默认封面',
  title: 'file',
  fields: { picture: { label: '图样', is: 'text' } },
  machine: { file: '文件名' },
  neutral: () => ({
    picture:
      '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="383"><rect width="900" height="383" fill="#fcfbf8"/></svg>',
  }),
} as const satisfies FileKind;

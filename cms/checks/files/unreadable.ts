import type { Finding } from '../finding.ts';

const sentences = {
  missing: '没有这个文件：请核对路径和文件名。',
  folder: '这是文件夹，不是文件：请写明里面的文件。',
  denied: '没有权限读取这个文件：请检查文件的权限。',
  empty: '文件是空的：请确认导出或上传是否完整。',
  'too-large': '文件超过200 MB，没有检查：请拆开或压缩后再查。',
  'wrong-extension': '文件的内容和扩展名不符：请确认是什么文件，改成正确的扩展名。',
  'unknown-type': '不认识这种文件，没有检查：请另存为 txt、md、html、docx、xlsx、pdf、jpg 或 png。',
  corrupt: '文件损坏，读不出来：请重新导出或另存一份。',
  encrypted: '文件加了密码，读不出内容：请去掉密码再查。',
  'old-format': '这是旧版 Office 文件（doc、xls、ppt），查不到里面的全部内容：请另存为 docx 或 xlsx。',
  'zip-bomb': '压缩内容展开后大得不正常，没有检查：请确认文件来历，重新导出。',
  'too-deep': '文件里一层套一层，超过了检查的层数：请把附件取出来单独检查。',
  encoding: '认不出文字的编码：请另存为 UTF-8。',
  stowaway: '图片里夹带了代码或别的文件：请用看图软件另存一份。',
  'no-text': '这份 PDF 里没有文字，可能是扫描件，机器看不到画面上的内容：请人工逐页核对。',
} as const;
export type Trouble = keyof typeof sentences;

/** A file, or a part of one, that could not be read: what nobody has seen must not go out unseen. */
export const unreadable = (trouble: Trouble, at = '全文'): Finding => ({
  rule: `unreadable/${trouble}`, level: trouble === 'no-text' ? 'warn' : 'block', at, text: '', mend: sentences[trouble],
});

/** Thrown by readers of files; becomes a finding. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly trouble: Trouble;

  constructor(trouble: Trouble, options?: ErrorOptions) {
    super(sentences[trouble], options);
    this.trouble = trouble;
  }
}

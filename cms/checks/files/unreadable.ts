import type { Finding } from '../finding.ts';

const sentences = {
  missing: '没有这个文件：请核对路径和文件名。',
  folder: '这是文件夹，不是文件：请写明里面的文件。',
  denied: '没有权限读取这个文件：请检查文件的权限。',
  empty: '文件是空的：请确认导出或上传是否完整。',
  'too-large': '文件超过200 MB，没有检查：请拆开或压缩后再查。',
  'wrong-extension': '文件的内容和扩展名不符：请确认是什么文件，改成正确的扩展名。',
  'unknown-type': '不认识这种文件，没有检查：请另存为 txt、md、html、docx、odt、xlsx、pdf、jpg 或 png。',
  corrupt: '文件损坏，读不出来：请重新导出或另存一份。',
  encrypted: '文件加了密码，读不出内容：请去掉密码再查。',
  'old-format': '这是旧版 Office 文件（doc、xls、ppt），查不到里面的全部内容：请另存为 docx 或 xlsx。',
  'zip-bomb': '压缩内容展开后大得不正常，没有检查：请确认文件来历，重新导出。',
  'too-deep': '文件里一层套一层，超过了检查的层数：请把附件取出来单独检查。',
  'too-many-cells': '表格的行、列或单元格多得不正常，没有检查：请只留要用的部分，另存一份。',
  nested: '内容里层层嵌套，深得不正常，没有检查：请另存一份再查。',
  harmful: '这个文件会让检查程序出错、卡住或占满内存，没有检查：请确认文件来历，用原来的软件另存一份再查。',
  busy: '正在检查的文件太多，这一个还没有检查：请过一两分钟再查。',
  cut: '文件的末尾缺了一截，最后一个字不完整；前面的文字已经检查：请核对文件是否完整。',
  damaged: '文件里有少数字符已经损坏，其余文字已经检查：请核对原文，另存为 UTF-8。',
  encoding: '认不出文字的编码：请另存为 UTF-8。',
  stowaway: '图片里夹带了代码或别的文件：请用看图软件另存一份。',
  'form-only': '这份 PDF 的页面上没有文字，只有表单或批注；填写的内容已经检查，画面上的内容请人工逐页核对。',
  'dynamic-form': '这是要用专门软件填写的动态表单（XFA），没有检查：请打印成普通 PDF 再查。',
  'no-text': '这份 PDF 里没有文字，可能是扫描件，机器看不到画面上的内容：请人工逐页核对。',
} as const;
export type Trouble = keyof typeof sentences;

/** What has been read all the same, and what only a person can look at. */
const told = new Set<Trouble>(['no-text', 'form-only', 'cut', 'damaged']);

/** A file, or a part of one, that could not be read: what nobody has seen must not go out unseen. */
export const unreadable = (trouble: Trouble, at = '全文'): Finding => ({
  rule: `unreadable/${trouble}`,
  level: told.has(trouble) ? 'warn' : 'block',
  at,
  text: '',
  mend: sentences[trouble],
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

const sentences = {
  died: '这个文件一打开，读取它的程序就出错退出，所以没有收：请用原来的软件重新导出或另存一份再试。',
  time: '这个文件读了很久还读不完，已经停下，没有收：请确认文件来历，拆小或另存一份再试。',
  memory: '这个文件展开后占用的内存大得不正常，已经停下，没有收：请确认文件来历，拆小或另存一份再试。',
  busy: '正在处理的文件太多，这一个还没有收：请过一两分钟再试；填好的其他内容都还在。',
  failed: '这个文件读不出来，没有收：请重新导出或另存一份再试。',
} as const;
export type Reason = keyof typeof sentences;

/** A file could not be read apart; `message` is the one Chinese sentence for the person who sent it. */
export class ForeignRefused extends Error {
  override readonly name = 'ForeignRefused';
  readonly reason: Reason;

  constructor(reason: Reason, options?: ErrorOptions) {
    super(sentences[reason], options);
    this.reason = reason;
  }
}

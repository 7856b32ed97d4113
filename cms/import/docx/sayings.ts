import { lostSign } from '../../rich-text/symbols.ts';

/** What is said of things in Word files that are not taken, or not as they were; `@` becomes the place. */
export const sayings = {
  hidden: '@有隐藏文字没有带入：要公开的请补写。',
  remark: '@有批注没有带入：要用的请写进正文。',
  changed: '@有修订痕迹：按接受全部修订带入，请核对。',
  sign: lostSign,
  formula: '@的公式写成了一行文字：请核对。',
  lostFormula: '@的公式没有带入：请在正文里补写。',
  lostNumber: '@有自动编号域的号没有带入：请在正文里补写。',
  lostField: (code: string) => `@有一个域（${code}）没有存下结果，没有带入：请在正文里补写。`,
  chart: (title: string) => `@的图表${title === '' ? '' : `“${title}”`}没有带入：请截图补上。`,
  smartArt: (words: string) =>
    `@的 SmartArt 图形没有带入${words === '' ? '' : `，里面的文字是“${words}”`}：请截图补上，或把文字写进正文。`,
  shape: '@的图形（线条、箭头等）没有带入：有用的请截图补上。',
  drawnWords: (words: string) => `@的图形没有带入，里面的文字是“${words}”：请截图补上，或把文字写进正文。`,
  turned: '@的图片在 Word 里转过方向或翻过面，照没有转的带入：请核对。',
  film: (where: string) => `@的视频${where === '' ? '' : `（${where}）`}没有带入，只留下画面：请另行上传或改成链接。`,
  pictureLink: (where: string) => `@图片上的链接（${where}）没有带入：需要的请在正文里写明。`,
  ink: '@的手写墨迹没有带入：有用的请截图补上。',
  embedded: (what: string) => `@嵌入的${what}没有带入：需要的请另行上传或截图。`,
  wordArt: '@的艺术字照普通文字带入。',
  box: '@有文本框，文字接在这一段后面：请核对位置。',
  linkedPicture: (where: string) => `@的图片在别处（${where}），文件里没有：请另行上传。`,
  lostPicture: '@有一张图片在文件里找不到：请另行上传。',
  chunk: (what: string) => `@有一段嵌入的${what}没有带入：请打开原文复制过来。`,
  chunkRead: '@有一段嵌入的文件，文字已放进正文：请核对位置。',
  unknown: (name: string) => `@有没有认出的内容（${name}）没有带入：请核对原文。`,
  around: (words: string) => `页眉、页脚的文字（“${words}”）没有带入：需要的请补写。`,
  aroundPictures: '页眉、页脚里的图片没有带入：需要的请另行上传。',
  watermark: (words: string) => `水印“${words}”没有带入：请核对这份文件能不能公开。`,
  contents: '目录没有导入：网页上不用目录。',
  uncut: (which: string) => `${which}在 Word 里裁剪过，按裁剪后的样子存不下来，没有带入：请截图补上。`,
};
const longest = 200;
/** Words of the file as they may stand in a sentence. */
export const quotable = (words: string): string => {
  const plain = words.replace(/\s+/g, ' ').trim().replaceAll('@', '＠');
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
};

declare module 'payload' {
  interface RequestContext {
    /** An import brings a picture without words; somebody will write them. */
    altToCome?: true;
  }
}

const fileName = /\.(jpe?g|png|gif|webp|heic|bmp|tiff?)$/i;
const cameraName =
  /^(img|dsc|dcim|pxl|mmexport|screenshot|image|photo|微信图片|截图|图片|照片|未命名|无标题)[\s_\-—()（）\d]*$/i;

/** What an import writes for a picture that came without words: a note to whoever finishes it, no description. */
export const altToFill = '待补替代文字';

const subject = '(替代文字|替换文字|图片|图|图说|配图|说明|文字|描述|内容|alt)';
/** Words that say only that words are still to come, or nothing. */
const placeholders = [
  new RegExp(`^${subject}?(待|需|未|请)(补充?|定|填写?|写|加|录入?|完善|确认|更新)(上|入|写)?${subject}?$`, 'i'),
  new RegExp(`^(暂|暂时)?(无|没有)${subject}?$`, 'i'),
  new RegExp(`^${subject}?占位(符|图|文字|用)?$`, 'i'),
  /^(同上|同前|略|空|测试|示例|题图|封面|封面图|配图|插图|示意图|替代文字|图片说明|此处(填写|插入).{0,8})\d*$/,
  /^(todo|tbd|tbc|fixme|placeholder|lorem.*|n\/?a|none|null|undefined|alt( text)?|test|xx+|picture|pic)\d*$/i,
  /^图\s*[\d一二三四五六七八九十]+$/,
];

/** Why a text does not describe a picture for those who cannot see it, as one sentence; null when it does. */
export function altProblem(alt: string | null | undefined): string | null {
  const text = (alt ?? '').trim();
  if ([...text].length < 2) return '请写替代文字：用一句话说图里看得见什么，至少两个字。';
  if (fileName.test(text) || cameraName.test(text)) return '替代文字不能是文件名：请用一句话说图里看得见什么。';
  const words = text.replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '');
  if (words === '' || placeholders.some((pattern) => pattern.test(words)))
    return `替代文字“${[...text].slice(0, 12).join('')}”只是占个位置：请用一句话说图里看得见什么。`;
  return null;
}

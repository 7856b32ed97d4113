const fileName = /\.(jpe?g|png|gif|webp|heic|bmp|tiff?)$/i;
const cameraName = /^(img|dsc|dcim|pxl|mmexport|screenshot|image|photo|微信图片|截图|图片|照片|未命名|无标题)[\s_\-—()（）\d]*$/i;

/** Why a text does not describe a picture for those who cannot see it, as one sentence; null when it does. */
export function altProblem(alt: string | null | undefined): string | null {
  const text = (alt ?? '').trim();
  if ([...text].length < 2) return '请写替代文字：用一句话说图里看得见什么，至少两个字。';
  if (fileName.test(text) || cameraName.test(text)) return '替代文字不能是文件名：请用一句话说图里看得见什么。';
  return null;
}

import { altProblem } from '../../media/alt-problem.ts';
import { croppedSizes } from '../../media/rendition-sizes.ts';
import type { Finding } from '../finding.ts';

/** What is known about a picture in a story. */
export interface PictureFacts {
  /** How the writer knows it: its place in the story, e.g. 封面 or 正文第2图. */
  name: string;
  width: number;
  height: number;
  alt?: string | null;
  isCover: boolean;
  /** Types of channels the story goes to: wechat, weibo, press. */
  channels: readonly string[];
}

/** Print needs about 300 dots an inch: 1200 px are 10 cm. */
const pressWidth = 1200;

/** Pictures too small for a channel, and pictures nobody can read aloud. */
export function pictureFindings({ name, width, height, alt, isCover, channels }: PictureFacts): Finding[] {
  const findings: Finding[] = [];
  const problem = altProblem(alt);
  if (problem) findings.push({ rule: 'picture/no-alt', level: 'block', at: name, text: '', mend: problem });
  const small = (channel: string, needs: string) =>
    findings.push({
      rule: 'picture/too-small',
      level: 'warn',
      at: name,
      text: `${width}×${height}`,
      mend: `图片只有${width}×${height}像素，${channel}至少要${needs}像素：请换一张更大的。`,
    });
  const cover = croppedSizes['wechat-cover'];
  if (isCover && channels.includes('wechat') && (width < cover.width || height < cover.height))
    small('微信封面', `${cover.width}×${cover.height}`);
  if (channels.includes('press') && Math.max(width, height) < pressWidth) small('报纸', `长边${pressWidth}`);
  return findings;
}

import { civilDay, dayInWords } from '../../calendar/civil-day.ts';
import type { Release, ReleaseImage } from '../../ports/release.ts';

/** What a pack is made from. The release alone decides the words. */
export interface PackSource {
  release: Release;
  /** Where the QR code leads; its parameters are not shown. */
  link: string;
  /** Name at the head, e.g. “诚信广元”. */
  masthead: string;
  /** 落款, e.g. “诚信广元编辑部（示例）”. */
  issuer: string;
  /** The picture that goes on the poster (JPEG or PNG), or null. */
  picture: Uint8Array | null;
}

const kinds: Record<string, string> = {
  'role-model': '诚信典型',
  case: '以案说信',
  knowledge: '信用知识',
  policy: '政策解读',
  activity: '活动动态',
  result: '工作成果',
  artwork: '公益广告',
};

export const kindName = (release: Release): string => kinds[release.kind] ?? '诚信宣传';

/** The picture of a poster: the story's cover, else its first picture. */
export const posterPicture = (release: Release): ReleaseImage | null => release.cover ?? release.images[0] ?? null;

/** `2027年3月10日` in Asia/Shanghai. */
export const chineseDate = (instant: string | Date): string => dayInWords(civilDay(new Date(instant)));

/** The address for people who type it: no scheme, no parameters. */
export const shownAddress = (link: string): string => link.replace(/^https?:\/\//, '').replace(/[?#].*$/, '');

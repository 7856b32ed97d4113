import { z } from 'zod';
import type { Release } from '../../ports/release.ts';
import type { Deliver } from './deliver/deliver-schema.ts';
import { minuteText } from '../../calendar/civil-day.ts';

/** Our own people, whom an outlet's editors call back. */
export interface PressContact {
  /** Unit or desk, e.g. “诚信广元编辑部值班编辑（示例）”. */
  desk: string;
  phone: string;
  email: string;
}

/** The outlet's own desk, which we call. */
interface PressDesk {
  /** E.g. “要闻编辑室（示例）”. */
  name: string;
  phone: string;
  email: string;
}

/** One newspaper, broadcaster or news site that takes 供稿包. */
export interface PressConfig {
  id: string;
  name: string;
  /** Full name of the outlet, e.g. “广元日报（示例）”. */
  outlet: string;
  /** Folder under which each outlet has its own, named by `id`. */
  dir: string;
  contact: PressContact;
  /** Null when nobody has entered it. */
  desk: PressDesk | null;
  /** Where it is to be printed, e.g. “第三版”; null when not agreed. */
  page: string | null;
  /** `HH:mm` Asia/Shanghai: later packs are for the day after. Null when there is none. */
  deadline: string | null;
  /** 刊发时间要求: an instant (ISO 8601 with zone), or words, e.g. “3月15日零时后可刊发”; null: at once. */
  embargo: string | null;
  /** How it takes them. */
  deliver: Deliver;
}

export type PressOptions = Pick<PressConfig, 'id' | 'name' | 'outlet' | 'dir' | 'contact'> & Partial<PressConfig>;

export const pressConfig = (options: PressOptions): PressConfig => ({
  page: null,
  desk: null,
  deadline: null,
  embargo: null,
  deliver: { by: 'folder' },
  ...options,
});

/** The outlet's settings for one release: what was signed with the story goes before what the outlet's file says. */
export const configFor = (config: PressConfig, { embargo }: Pick<Release, 'embargo'>): PressConfig => ({
  ...config,
  embargo: embargo ?? config.embargo,
});

/** The embargo as an instant, or null when there is none or it is only stated in words. */
export function embargoInstant(embargo: string | null): Date | null {
  const at = z.iso.datetime({ offset: true }).safeParse(embargo);
  return at.success ? new Date(at.data) : null;
}

/** The embargo for people, in Asia/Shanghai time. */
export function embargoWords(embargo: string | null): string {
  const at = embargoInstant(embargo);
  return at ? `不得早于 ${minuteText(at)} 刊发` : (embargo ?? '无，收到即可刊发');
}

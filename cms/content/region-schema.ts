import { z } from 'zod';
import type { Region } from '../story/region.ts';
import { line, slug, webAddress } from './fields.ts';

const place = z.strictObject({ name: line(20), url: webAddress });

/** `content/region/<slug>.yaml` */
export const regionSchema = z.strictObject({
  slug,
  city: line(12),
  siteName: line(12),
  motto: line(24),
  siteDomain: z.string().regex(/^[a-z0-9.-]+$/, '只写域名，不要 https:// 和路径'),
  siteIdCode: z.string().regex(/^\d{10}(（示例）)?$/, '要写10位数字的网站标识码'),
  icp: line(40),
  police: line(40),
  host: line(40),
  organiser: line(40),
  operator: line(40),
  phone: line(40),
  portal: place,
  creditChina: place,
  contact: z.strictObject({ desk: line(24), phone: line(30), email: z.email('不是邮箱地址') }),
  editorialName: line(24),
  districts: z.array(line(12)).min(1),
  counties: z.array(line(12)).optional(),
}) satisfies z.ZodType<Region>;

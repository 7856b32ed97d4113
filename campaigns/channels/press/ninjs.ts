import { z } from 'zod';
import { withNumbers } from '../shared/blocks.ts';
import type { Release } from '../../ports/release.ts';
import { embargoInstant, embargoWords, type PressConfig } from './config.ts';

const words = z
  .array(z.strictObject({ role: z.string(), contentType: z.literal('text/plain'), value: z.string().min(1) }))
  .min(1);

const standard = {
  name: 'ninjs',
  version: '3.0',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json',
} as const;

/**
 * The part of IPTC ninjs 3.0 that a 供稿包 uses (channels.md §3), as strict as the official JSON schema and stricter: it
 * is our own check of what we write. The official schema (3.0.1, CC BY 4.0) is not bundled; all kinds of items written here
 * were checked against it when this was made.
 */
export const ninjsSchema = z.strictObject({
  standard: z.strictObject({
    name: z.literal(standard.name),
    version: z.literal(standard.version),
    schema: z.literal(standard.schema),
  }),
  /** The story's public address without the delivery's id, so that every outlet and every version names the same item. */
  uri: z.url(),
  type: z.literal('text'),
  language: z.literal('zh-CN'),
  version: z.string().min(1),
  versionCreated: z.iso.datetime({ offset: true }),
  pubStatus: z.enum(['usable', 'withheld', 'canceled']),
  embargoedUntil: z.iso.datetime({ offset: true }).optional(),
  urgency: z.number().int().min(1).max(9),
  edNote: z.string().optional(),
  /** The author, as the paper may print it. */
  by: z.string().min(1).optional(),
  headlines: words,
  bodies: words,
});

export type Ninjs = z.output<typeof ninjsSchema>;

interface Parts {
  release: Release;
  link: string;
  config: PressConfig;
}

/** 稿件.ninjs.json. An embargo that only people can read withholds the item from machines. */
export function storyNinjs(parts: Parts): Uint8Array {
  const { config } = parts;
  const at = embargoInstant(config.embargo);
  return bytes({
    ...item(parts),
    pubStatus: config.embargo && !at ? 'withheld' : 'usable',
    ...(at ? { embargoedUntil: at.toISOString() } : {}),
    ...(config.embargo ? { edNote: `刊发时间要求：${embargoWords(config.embargo)}。` } : {}),
  });
}

/** The same item, canceled; `why` becomes the editors' note. */
export const canceledNinjs = (parts: Parts, why: string): Uint8Array =>
  bytes({ ...item(parts), pubStatus: 'canceled', edNote: why });

function item({ release, link }: Parts): Omit<Ninjs, 'pubStatus'> {
  const uri = new URL(link);
  uri.search = '';
  return {
    standard,
    uri: uri.href,
    type: 'text',
    language: 'zh-CN',
    version: String(release.version),
    versionCreated: release.signedAt,
    // The middle: none of these stories is a flash.
    urgency: 5,
    ...(release.author ? { by: release.author } : {}),
    headlines: [{ role: 'main', contentType: 'text/plain', value: release.title }],
    bodies: [{ role: 'main', contentType: 'text/plain', value: release.text && withNumbers(release) }],
  };
}

/** @throws ZodError for a release that lacks what the format demands; `validatePress` has refused it before */
const bytes = (value: Ninjs): Uint8Array =>
  Buffer.from(`${JSON.stringify(ninjsSchema.parse(value), null, 2)}\n`, 'utf8');

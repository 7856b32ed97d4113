import type { Programme } from './programme.ts';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const kinds = { plan: '宣传活动方案', report: '宣传活动总结' };

/** 2026年某某宣传活动方案.docx, without what file systems refuse. */
export const fileName = (
  { campaign: { title, year } }: Pick<Programme, 'campaign'>,
  kind: keyof typeof kinds,
  extension: string,
): string => `${year}年${title}${kinds[kind]}`.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '') + `.${extension}`;

/** A file to save under a Chinese name (RFC 6266 with RFC 5987; old programs get a Latin one). */
export function download(content: Uint8Array, name: string, type: string): Response {
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="campaign.${name.split('.').at(-1)}"; filename*=UTF-8''${encoded}`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

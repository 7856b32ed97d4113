export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file to save under a Chinese name (RFC 6266 with RFC 5987; old programs get a Latin one). */
export function download(content: Uint8Array, name: string, type: string): Response {
  const clean = name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '');
  const encoded = encodeURIComponent(clean).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="campaign.${clean.split('.').at(-1)}"; filename*=UTF-8''${encoded}`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

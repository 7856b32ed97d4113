import type { APIRoute } from 'astro';
import { read } from '../../../cms/read/door.ts';
import { tag } from '../../../cms/read/nouns.ts';
import { serialOf } from '../../feeds/serial.ts';

const plain = { 'Content-Type': 'text/plain; charset=utf-8' };

/** A lesson to take away: one ZIP, the same bytes as long as the release is the same. */
export const GET: APIRoute = async ({ params, cache }) => {
  const serial = serialOf(params.serial);
  const reader = read();
  const material = serial ? await reader.material(serial) : null;
  if (!serial || !material) return new Response('没有这份教学材料。\n', { status: 404, headers: plain });
  if ('state' in material)
    return new Response('这份教学材料已经撤回，请停止使用并删除。\n', { status: 410, headers: plain });
  const zip = await reader.materialZip(serial);
  if (!zip) return new Response('这份教学材料没有打包文件。\n', { status: 404, headers: plain });
  cache.set({ tags: [tag.material(serial)] });
  const name = encodeURIComponent(zip.fileName).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new Response(Buffer.from(zip.bytes), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="teach-${serial}.zip"; filename*=UTF-8''${name}`,
      ETag: `"${zip.hash}"`,
      'Cache-Control': 'no-cache',
    },
  });
};

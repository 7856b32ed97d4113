import type { APIRoute } from 'astro';
import { read } from '../../../../../cms/read/door.ts';
import { isPrintName } from '../../../../../cms/read/print-pack.ts';
import { tag } from '../../../../../cms/read/nouns.ts';
import { serialOf } from '../../../../feeds/serial.ts';

const plain = { 'Content-Type': 'text/plain; charset=utf-8' };

/** A file of a story's 打印包: made when first asked for, kept until the story changes, gone with it. */
export const GET: APIRoute = async ({ params, cache }) => {
  const serial = serialOf(params.serial);
  const name = params.file ?? '';
  const reader = read();
  const story = serial && isPrintName(name) ? await reader.story(serial) : null;
  if (!serial || !isPrintName(name) || !story)
    return new Response('没有这份打印材料。\n', { status: 404, headers: plain });
  if (story.state === 'withdrawn')
    return new Response('这篇报道已经撤回，请撕下海报、收回大字版、停播广播稿。\n', { status: 410, headers: plain });
  const file = await reader.printFile(serial, name);
  if (!file) return new Response('没有这份打印材料。\n', { status: 404, headers: plain });
  cache.set({ tags: [tag.story(serial), tag.region] });
  const utf8 = encodeURIComponent(file.fileName).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new Response(Buffer.from(file.bytes), {
    headers: {
      'Content-Type': file.mime,
      'Content-Disposition': `attachment; filename="${serial}-${name}"; filename*=UTF-8''${utf8}`,
      'X-Robots-Tag': 'noindex',
      ETag: `"${file.hash}"`,
      'Cache-Control': 'no-cache',
    },
  });
};

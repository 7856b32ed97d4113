import { escapeUTF8 } from 'entities';
import type { Release, ReleaseImage } from '../../../campaigns/ports/release.ts';

const picture = (id: string): ReleaseImage => ({
  id,
  alt: '示例图片',
  caption: null,
  fileName: `${id}-现场照片（示例）.jpg`,
  mime: 'image/jpeg',
  width: 90,
  height: 60,
});

// What breaks careless writers of JSON, multipart and forms: quotes, backslashes, astral characters, control characters,
// ampersands, percent signs, line separators, links.
const spice = [
  '“引号”与"quote"',
  '反斜杠 C:\\u4e2d\\n',
  '𠮷野家 👨‍👩‍👧',
  '竖线\u000b与\u0007控制符',
  '100% & <尖括号> +加号',
  'a\u2028b\u2029c',
  '#话题# 与 ＃',
];

/** A plainly fictional story with two pictures and a link; `n` chooses what is odd about it. */
export function story(n: number): Release {
  const odd = spice[n % spice.length] ?? '';
  const html = escapeUTF8(odd).replace(/[\u0007\u000b]/g, '');
  return {
    id: `rel-${n}`,
    storyId: `story-${n}`,
    serial: 100 + n,
    version: 1,
    hash: 'h',
    kind: 'story',
    column: 'news',
    title: `第${n}号示例稿：${[...odd].slice(0, 18).join('')}`,
    summary: `${odd}。${'示例摘要很长。'.repeat(n % 3 === 0 ? 30 : 1)}`,
    author: '示例编辑部',
    source: '示例',
    text: `示例正文 ${odd}`,
    signedBy: '示例',
    signedAt: '2026-06-13T09:00:00+08:00',
    html: `<div><h2>${html}</h2><p>正文${html}<img data-media="png-${n}" alt="示例"></p><p><a href="https://www.example.gov.cn/x?a=1&amp;b=2">链接</a><img data-media="jpg-${n}" alt="示例"></p><script>alert(1)</script></div>`,
    cover: picture(`cover-${n}`),
    images: [picture(`png-${n}`), picture(`jpg-${n}`)],
  };
}

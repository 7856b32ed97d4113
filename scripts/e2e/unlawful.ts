import type { Page } from 'playwright-core';
import sharp from 'sharp';
import type { Pictures } from '../../cms/review/testing/unlawful.ts';

/** Calls the desk's API as the person whose page this is. */
const call = <T>(page: Page, method: string, path: string, body?: object): Promise<{ status: number; body: T }> =>
  page.evaluate(
    async (sent) => {
      const response = await fetch(`/api/${sent.path}`, {
        method: sent.method,
        credentials: 'include',
        ...(sent.body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent.body) } : {}),
      });
      return { status: response.status, body: await response.json() };
    },
    { method, path, body },
  );

/** Sends a picture in by the form for pictures. @returns its id */
async function sendPicture(page: Page, words: object): Promise<string> {
  const png = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#a33' } })
    .png()
    .toBuffer();
  return page.evaluate(
    async ({ file, payload }) => {
      const form = new FormData();
      form.set('_payload', JSON.stringify(payload));
      form.set(
        'file',
        new File([Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0))], 'a.png', { type: 'image/png' }),
      );
      const answer = (await (
        await fetch('/api/media?depth=0', { method: 'POST', credentials: 'include', body: form })
      ).json()) as { doc?: { id: string } };
      if (!answer.doc) throw new Error(JSON.stringify(answer));
      return answer.doc.id;
    },
    { file: png.toString('base64'), payload: { alt: '一面红墙', shows: 'nobody', ...words } },
  );
}

/** Pictures whose words blame somebody, and one that shows what it shows. */
export const sendPictures = async (page: Page): Promise<Pictures> => ({
  captioned: await sendPicture(page, { caption: '图为胡大海虚报面积套取补助的现场。' }),
  described: await sendPicture(page, { alt: '公告栏里贴着：冯建国冒领低保三年' }),
  plain: await sendPicture(page, {}),
});

/** Writes a piece with everything that a piece needs. @returns its id */
export async function write(page: Page, data: Record<string, unknown>): Promise<string> {
  const kind = String(data.kind ?? 'knowledge');
  const columns = await call<{ docs: { id: string }[] }>(
    page,
    'GET',
    `columns?where[kinds][in]=${kind}&where[slug][not_equals]=campus&limit=1&depth=0`,
  );
  const { body, status } = await call<{ doc?: { id: string } }>(page, 'POST', 'stories?depth=0', {
    title: '一则消息（示例）',
    kind,
    column: columns.body.docs[0]?.id ?? null,
    summary: '一句话。',
    source: '诚信广元编辑部（示例）',
    authorName: '示例采编',
    answer: { who: 'nobody', tone: 'neutral' },
    body: {
      root: {
        type: 'root',
        version: 1,
        format: '',
        indent: 0,
        direction: 'ltr',
        children: [
          {
            type: 'paragraph',
            version: 1,
            format: '',
            indent: 0,
            direction: 'ltr',
            children: [{ type: 'text', text: '正文。', version: 1, format: 0, detail: 0, mode: 'normal', style: '' }],
          },
        ],
      },
    },
    ...data,
  });
  if (status !== 201 || !body.doc) throw new Error(`stories: ${status} ${JSON.stringify(body)}`);
  return body.doc.id;
}

/** Hands a piece in past the buttons, as somebody would who knows the address. */
export const forceIn = async (page: Page, id: string): Promise<{ status: number; said: string }> => {
  const { body, status } = await call<{ message?: string }>(page, 'POST', `stories/${id}/review/submit`, {});
  return { status, said: body.message ?? '' };
};

import type { Page } from 'playwright-core';
import sharp from 'sharp';

/** Civil day in Asia/Shanghai, so many days from today. */
const day = (days: number) => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

interface Answer {
  status: number;
  body: { message?: string; doc?: { id: string; story?: string | { id: string } } };
}

/** Calls the desk's API as the person whose page this is. */
const send = (page: Page, method: string, path: string, data: object, file?: string): Promise<Answer> =>
  page.evaluate(
    async (call) => {
      const form = new FormData();
      form.set('_payload', JSON.stringify(call.data));
      if (call.file) {
        const bytes = Uint8Array.from(atob(call.file), (letter) => letter.charCodeAt(0));
        form.set('file', new File([bytes], '同意书.png', { type: 'image/png' }));
      }
      const response = await fetch(`/api/${call.path}?depth=0`, {
        method: call.method,
        credentials: 'include',
        ...(call.file
          ? { body: form }
          : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(call.data) }),
      });
      return { status: response.status, body: await response.json() };
    },
    { method, path, data, file },
  );

async function done(answer: Promise<Answer>): Promise<NonNullable<Answer['body']['doc']>> {
  const { body, status } = await answer;
  if (status >= 300 || !body.doc) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body.doc;
}

/** A batch of one candidate with consent, credit check and a notice that is over, recommended by one and accepted by another. @returns id of the draft story */
export async function nominate(recommender: Page, signer: Page): Promise<string> {
  const picture = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#eee' } })
    .png()
    .toBuffer();
  const paper = await done(
    send(recommender, 'POST', 'papers', { title: '同意书（示例）' }, picture.toString('base64')),
  );
  const batch = await done(send(signer, 'POST', 'batches', { name: '第十三批（示例）' }));
  const { id } = await done(
    send(recommender, 'POST', 'nominations', {
      batch: batch.id,
      name: '示例摆渡人',
      subject: 'person',
      category: '诚信人物',
      place: '昭化区示例镇',
      recommendedBy: '昭化区示例镇人民政府',
      deed: '示例渡口的木牌上写着开船的时辰。三十年里，灯没有在时辰之前熄过。',
      consent: { by: 'self', on: day(-30), paper: paper.id },
      rechecks: [{ on: day(-20), by: '示例复核人', source: '信用中国', result: 'clean' }],
      // Long enough to hold the working days asked for, whatever holidays lie in it.
      notice: { where: '市政府门户网站（示例）', from: day(-25), to: day(-1) },
    }),
  );
  await done(send(recommender, 'PATCH', `nominations/${id}`, { state: 'recommended' }));
  await done(send(recommender, 'PATCH', `nominations/${id}`, { state: 'notice' }));
  const { story } = await done(send(signer, 'PATCH', `nominations/${id}`, { state: 'accepted' }));
  return typeof story === 'string' ? story : story!.id;
}

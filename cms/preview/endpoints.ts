import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { staffEndpoint, type Call } from '../access/staff-endpoint.ts';
import { storyFindings } from '../checking/findings/story-findings.ts';
import { idNumbersIn } from '../checking/save/refuse-id-numbers.ts';
import { typedTexts } from '../checking/save/typed-texts.ts';
import { readEnv } from '../env.ts';
import { loadPictures } from '../release/pictures.ts';
import { pictureIds } from '../rich-text/node.ts';
import { richTextToHtml } from '../rich-text/to-html.ts';
import { htmlToText } from '../rich-text/html-text.ts';
import { HttpError } from '../http/http-error.ts';
import { answer, content, parseJson } from '../http/http.ts';
import { asStory, formContentSchema, formTrouble, type FormContent } from './form-content.ts';
import { placeOf } from './place.ts';
import { dropWorkingCopy, keepWorkingCopy, readWorkingCopy } from './working-copy.ts';

/** Characters of a form; a long story has 30,000. */
const longest = 2_000_000;

/** The form in the body. @throws {HttpError} with the sentence that refuses it */
async function readForm(req: PayloadRequest): Promise<FormContent> {
  const text = (await req.text?.()) ?? '';
  if (text.length > longest) throw new HttpError(413, '稿件太长，不能预览：请分成两篇。');
  const parsed = formContentSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new HttpError(422, formTrouble(parsed.error));
  return parsed.data;
}

const post = (path: string, use: (call: Call, form: FormContent) => Promise<Response>): Endpoint =>
  staffEndpoint(
    'post',
    path,
    async (call) => use(call, await readForm(call.req)),
    '请先登录后台：登录以后会自动接着做。',
  );

/** `POST /api/stories/preview` with the form as it stands → every channel's view of it. Nothing is kept. */
const preview = post('/preview', async ({ now, payload }, form) => {
  const { siteUrl, weiboSafeDomain: safeDomain } = readEnv();
  // Every command would pay for what makes the channels' views.
  const { previewStory } = await import('./preview-story.ts');
  return content(await previewStory({ payload, siteUrl, safeDomain, now }, form));
});

/** `POST /api/stories/check` with the form as it stands → `{ findings }`, what blocks first, each with the way to its field. */
const check = post('/check', async ({ payload }, form) => {
  const story = asStory(form);
  const findings = await storyFindings(payload, story);
  const pictures = await loadPictures(payload, pictureIds(story.body));
  const text = htmlToText(richTextToHtml(story.body, pictures));
  return content({
    findings: findings.map((finding) => ({ ...finding, place: placeOf(finding.at, text, form.body) })),
  });
});

/** `POST /api/stories/working-copy`: keeps what is typed, for its writer alone. */
const keep = post('/working-copy', async ({ now, payload, person }, form) => {
  // What the law keeps out of the database stays out of it here as well (G07).
  const [number] = idNumbersIn(typedTexts(payload.collections.stories.config.fields, form));
  if (number) return answer(422, `${number.label}里有完整的证件号码，没有存到服务器，只留在这台电脑上：请删去号码。`);
  await keepWorkingCopy(payload, person.id, form.id ?? null, form, now);
  return content({ keptAt: now.toISOString() });
});

const storyQuery = z.object({ story: z.string().max(64).optional() });

/** `GET` gives it back (`{ copy: null }` when there is none), `DELETE` throws it away; `?story=ID`, without: a new story. */
const own = (method: 'get' | 'delete') =>
  staffEndpoint(method, '/working-copy', async ({ payload, person, req }) => {
    const query = storyQuery.safeParse(req.query);
    if (!query.success) return answer(422, '稿件编号不对：请刷新页面再试。');
    const story = query.data.story || null;
    if (method === 'get') return content({ copy: await readWorkingCopy(payload, person.id, story) });
    await dropWorkingCopy(payload, person.id, story);
    return content({ copy: null });
  });

export const previewEndpoints: Endpoint[] = [preview, check, keep, own('get'), own('delete')];

import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { personOf } from '../access/person-of.ts';
import { storyFindings } from '../checking/findings/story-findings.ts';
import { idNumbersIn } from '../checking/save/refuse-id-numbers.ts';
import { typedTexts } from '../checking/save/typed-texts.ts';
import { readEnv } from '../env.ts';
import { loadPictures } from '../release/pictures.ts';
import { pictureIds } from '../rich-text/node.ts';
import { richTextToHtml } from '../rich-text/to-html.ts';
import { htmlToText } from '../rich-text/html-text.ts';
import { answer, readJson } from '../http/http.ts';
import { asStory, formContentSchema, formTrouble, type FormContent } from './form-content.ts';
import { placeOf } from './place.ts';
import { dropWorkingCopy, keepWorkingCopy, readWorkingCopy } from './working-copy.ts';

/** Characters of a form; a long story has 30,000. */
const longest = 2_000_000;

const found = (content: object): Response => Response.json(content, { headers: { 'Cache-Control': 'no-store' } });

/** The form in the body, or the sentence that refuses it. */
async function readForm(req: PayloadRequest): Promise<{ content: FormContent } | { refused: Response }> {
  if (!personOf(req)) return { refused: answer(401, '请先登录后台：登录以后会自动接着做。') };
  const text = (await req.text?.()) ?? '';
  if (text.length > longest) return { refused: answer(413, '稿件太长，不能预览：请分成两篇。') };
  const parsed = formContentSchema.safeParse(readJson(text));
  return parsed.success ? { content: parsed.data } : { refused: answer(422, formTrouble(parsed.error)) };
}

const post = (path: string, use: (req: PayloadRequest, content: FormContent) => Promise<Response>): Endpoint => ({
  path,
  method: 'post',
  handler: async (req) => {
    const form = await readForm(req);
    return 'refused' in form ? form.refused : use(req, form.content);
  },
});

/** `POST /api/stories/preview` with the form as it stands → every channel's view of it. Nothing is kept. */
const preview = post('/preview', async (req, content) => {
  const { siteUrl, region } = readEnv();
  const safeDomain = process.env.WEIBO_SAFE_DOMAIN?.trim() || new URL(siteUrl).hostname;
  // Every command would pay for what makes the channels' views.
  const { previewStory } = await import('./preview-story.ts');
  return found(await previewStory({ payload: req.payload, siteUrl, safeDomain, region, now: systemClock.now() }, content));
});

/** `POST /api/stories/check` with the form as it stands → `{ findings }`, what blocks first, each with the way to its field. */
const check = post('/check', async (req, content) => {
  const story = asStory(content);
  const findings = await storyFindings(req.payload, story);
  const pictures = await loadPictures(req.payload, pictureIds(story.body));
  const text = htmlToText(richTextToHtml(story.body, pictures));
  return found({ findings: findings.map((finding) => ({ ...finding, place: placeOf(finding.at, text, content.body) })) });
});

/** `POST /api/stories/working-copy`: keeps what is typed, for its writer alone. */
const keep = post('/working-copy', async (req, content) => {
  const person = personOf(req);
  if (!person) return answer(401, '请先登录后台。');
  // What the law keeps out of the database stays out of it here as well (G07).
  const [number] = idNumbersIn(typedTexts(req.payload.collections.stories.config.fields, content));
  if (number) return answer(422, `${number.label}里有完整的证件号码，没有存到服务器，只留在这台电脑上：请删去号码。`);
  const now = systemClock.now();
  await keepWorkingCopy(req.payload, person.id, content.id ?? null, content, now);
  return found({ keptAt: now.toISOString() });
});

const storyQuery = z.object({ story: z.string().max(64).optional() });

/** `GET` gives it back (`{ copy: null }` when there is none), `DELETE` throws it away; `?story=ID`, without: a new story. */
const own = (method: 'get' | 'delete'): Endpoint => ({
  path: '/working-copy',
  method,
  handler: async (req) => {
    const person = personOf(req);
    if (!person) return answer(401, '请先登录后台。');
    const query = storyQuery.safeParse(req.query);
    if (!query.success) return answer(422, '稿件编号不对：请刷新页面再试。');
    const story = query.data.story || null;
    if (method === 'get') return found({ copy: await readWorkingCopy(req.payload, person.id, story) });
    await dropWorkingCopy(req.payload, person.id, story);
    return found({ copy: null });
  },
});

export const previewEndpoints: Endpoint[] = [preview, check, keep, own('get'), own('delete')];

import { versionHeader } from '../../editing/version-read.ts';
import { readAnswer } from './read-answer.ts';
import type { Content } from './same-content.ts';
import { closeLook } from './save-state.ts';

interface New {
  /** `stories/new`. */
  target: string;
  content: Content;
}

/**
 * A form whose row was made by an earlier try, of which the answer was lost: the very words stand already, so they are
 * saved; nobody has saved the row since, or its person has chosen between the two texts, so it is changed instead of made
 * again. Otherwise both texts stand side by side, and the answer stays as it came.
 * @param plain asks the server
 * @param answer to the try to make the row; anything but “made before” is handed back
 * @param known the version that its person knows of, when they have chosen
 * @returns what the form is to be told
 */
export async function goOn(
  plain: typeof fetch,
  { content, target }: New,
  answer: Response,
  known: string | null,
): Promise<Response> {
  if (answer.status !== 409) return answer;
  const outcome = readAnswer(
    answer.status,
    await answer
      .clone()
      .json()
      .catch(() => null),
    true,
  );
  if (outcome.kind !== 'moved' || !outcome.made || !outcome.theirs) return answer;
  const { made, theirs, version } = outcome;
  // The file is the one that was taken: with another it would be another row.
  const { file: _, ...words } = content;
  if (closeLook(words, {}, theirs) === 'saved')
    return Response.json({ doc: theirs, message: '已保存。' }, { status: 201 });
  if (!made.untouched && known !== version) return answer;
  const body = new FormData();
  body.set('_payload', JSON.stringify(words));
  return plain(`/api/${target.replace(/\/new$/, '')}/${made.id}?depth=0&fallback-locale=null`, {
    method: 'PATCH',
    credentials: 'include',
    headers: { 'Accept-Language': 'zh', [versionHeader]: version },
    body,
  });
}

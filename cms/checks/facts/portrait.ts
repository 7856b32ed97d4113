import type { Portrait } from '../../media/portrait.ts';
import type { Answer } from '../../story/answer.ts';
import type { Finding } from '../finding.ts';
import { fold } from '../fold/fold.ts';
import { findNames } from '../people/find-names.ts';

/** One picture of a story: whom it shows, and whether AI made it. */
export interface ShownPicture extends Portrait {
  /** How the writer knows it: 题图 or 正文第2图. */
  name: string;
  /** Its row, its file or its own words say so. */
  isAi: boolean;
  /** What stands beside it: alternative text and caption. */
  words: string;
}

const showsSomebody = ({ shows }: ShownPicture): boolean => shows === 'adult' || shows === 'minor';

/** “高山上”, “方桌上” are places; whom a text calls 示例 was invented. */
const namesSomebody = ({ words }: ShownPicture): boolean =>
  !words.includes('示例') &&
  findNames(fold(words, false).text).some(({ name }) => !/[上下里中前后旁边间]$/u.test(name));

/**
 * Likenesses in the pictures of a story, whatever kind it is (G16, G09, G08, G23): nobody real by AI, nobody without a ground,
 * nobody whom the story tells something bad of, and no picture of which nobody has said.
 * @param answer what the form answers to the question; null while it does not
 * @param usedAi the writer says that AI was used for words or pictures
 */
export const portraitFindings = (
  pictures: readonly ShownPicture[],
  answer: Answer | null,
  usedAi: boolean,
): Finding[] => pictures.flatMap((picture) => ofOne(picture, answer, usedAi));

function ofOne(picture: ShownPicture, answer: Answer | null, usedAi: boolean): Finding[] {
  const { ground, isAi, name, shows } = picture;
  const finding = (rule: string, level: Finding['level'], mend: string): Finding[] => [
    { rule, level, at: name, text: '', mend },
  ];
  if (shows === null)
    return finding(
      'portrait/unanswered',
      'block',
      '还没有回答“图里认得出真人吗”：请打开这张图片回答，认得出真人的写明凭什么可以用。',
    );
  if (!showsSomebody(picture))
    return namesSomebody(picture)
      ? finding(
          'portrait/named',
          'warn',
          '图说或替代文字里像是写了人名，这张图却答的是认不出真人：请核对，认得出的改答并写明凭什么可以用。',
        )
      : [];
  if (isAi)
    return finding('ai-mark/portrait', 'block', '不得用人工智能制作真人的形象：请换用本人同意的照片或不指人的插图。');
  return [
    ...(usedAi
      ? finding(
          'ai-mark/portrait-unsure',
          'warn',
          '稿件勾了“使用了人工智能”，这张图里又认得出真人：请核对它不是生成、合成或修过脸的，是的请换掉。',
        )
      : []),
    ...(ground === null
      ? finding(
          'portrait/no-ground',
          'block',
          `认得出真人，却没有写清凭什么可以用：请在这张图片里填${shows === 'minor' ? '监护人' : '本人'}同意和同意书编号；没有同意的请换掉或打码。`,
        )
      : []),
    ...(shows === 'minor' && ground !== null && ground !== 'guardian'
      ? finding(
          'portrait/guardian',
          'block',
          '认得出未成年人，要监护人同意：请改填监护人同意和同意书编号，没有的请换掉或打码。',
        )
      : []),
    ...(answer?.tone === 'negative' && shows === 'minor'
      ? finding('minor/portrait', 'block', '批评、警示的稿件里有认得出来的未成年人的图片：请换掉，没有例外。')
      : []),
    ...(answer?.tone === 'negative' && shows === 'adult'
      ? finding(
          'portrait/blamed',
          'block',
          '批评、警示的稿件不配认得出真人的图片，读者会把两样连起来：请换成认不出人的图片。',
        )
      : []),
    ...(answer &&
    answer.tone !== 'negative' &&
    (answer.who === 'nobody' || answer.who === 'organisation' || (shows === 'minor' && !answer.minor))
      ? finding(
          'portrait/answer',
          'block',
          `图里认得出${shows === 'minor' ? '未成年人' : '真人'}，表单里“认得出谁，是褒是贬”没有这样答：请把答案改成认得出个人${shows === 'minor' ? '，并勾“有认得出来的未成年人”' : ''}，或换掉图片。`,
        )
      : []),
  ];
}

import { checkTexts } from '../checks/check-texts.ts';
import { textAnswer } from '../question/text-answer.ts';
import { listTexts } from './list-texts.ts';

/**
 * The fields of a list's explainer in which the checks see somebody blamed by name, or a sealed record, each by its label.
 * The file is read nevertheless: such words wait for the secrecy reviewer (`cms/desk/texts/may-become-public.ts`).
 */
export const blamedInList = (list: Parameters<typeof listTexts>[0]): string[] =>
  listTexts(list)
    .filter((text) => {
      const { answer, seen } = textAnswer([text], checkTexts([text]));
      return seen.length > 0 || answer.sealed;
    })
    .map(({ field }) => field);

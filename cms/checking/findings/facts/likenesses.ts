import { hasVisibleMark } from '../../../checks/facts/ai-content.ts';
import { portraitFindings } from '../../../checks/facts/portrait.ts';
import type { StoryCheck } from '../story-check.ts';

/** Whom its pictures show, where that was asked. The same picture twice is told of once. */
export const likenesses: StoryCheck = ({ pictures, snapshot: { answer, usedAi } }) => {
  const once = new Map(pictures.toReversed().map((one) => [one.picture.id, one]));
  const shown = [...once.values()]
    .toReversed()
    .flatMap(({ name, picture: { aigc, alt, caption, credit, portrait } }) =>
      portrait
        ? [
            {
              ...portrait,
              name,
              words: [alt, caption].join('\n'),
              isAi: aigc || hasVisibleMark([alt, caption, credit].join('\n')),
            },
          ]
        : [],
    );
  return portraitFindings(shown, answer ?? null, usedAi ?? false);
};

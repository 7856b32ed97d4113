import { pictureFindings } from '../../../checks/facts/picture.ts';
import { coverName } from '../snapshot-texts.ts';
import type { StoryCheck } from '../story-check.ts';

/** Pictures that are too small for a channel, or say nothing to whoever cannot see them. */
export const pictureSizes: StoryCheck = ({ channels, pictures }) =>
  pictures.flatMap(({ name, picture }) =>
    pictureFindings({
      name,
      width: picture.width,
      height: picture.height,
      alt: picture.alt,
      isCover: name === coverName,
      channels,
    }),
  );

import type { Release } from '../../ports/release.ts';
import { withNumbers } from '../shared/blocks.ts';

/** 稿件.txt: title, author and source, text; ordered lists with their numbers. */
export const storyText = ({
  title,
  author,
  source,
  html,
  text,
}: Pick<Release, 'title' | 'author' | 'source' | 'html' | 'text'>): string =>
  `${title}\n\n${author}　${source}\n\n${withNumbers({ html, text })}`;

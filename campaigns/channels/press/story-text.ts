import type { Release } from '../../ports/release.ts';

/** 稿件.txt: title, author and source, text. */
export const storyText = ({ title, author, source, text }: Pick<Release, 'title' | 'author' | 'source' | 'text'>): string =>
  `${title}\n\n${author}　${source}\n\n${text}`;

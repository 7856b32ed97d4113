import type { Release } from '../../ports/release.ts';
import { storyText } from './story-text.ts';

export interface PressPreview {
  title: string;
  /** As 稿件.txt has it. */
  text: string;
  /** 字 of the text itself, spaces not counted: what a page editor asks first. */
  characters: number;
}

/** The story as a newspaper's desk gets it, made by the code that makes the 供稿包. Pure. */
export const previewPress = (story: Pick<Release, 'title' | 'author' | 'source' | 'html' | 'text'>): PressPreview => ({
  title: story.title,
  text: storyText(story),
  characters: [...story.text.replace(/\s/g, '')].length,
});

import { releaseMark, type AskPage } from '../../campaigns/channels/website/ask-page.ts';
import type { Reader } from '../../cms/read/reader.ts';

/** Answers for story pages as the site would, from the same data, where no site is running. */
export const askReader =
  (reader: Pick<Reader, 'story'>): AskPage =>
  async (url) => {
    const serial = /\/s\/(\d+)/.exec(url)?.[1];
    const story = serial ? await reader.story(Number(serial)) : null;
    if (!story) return { kind: 'answer', status: 404, release: null, html: '' };
    if (story.state === 'withdrawn') return { kind: 'answer', status: 410, release: null, html: '' };
    return { kind: 'answer', status: 200, release: releaseMark(story), html: '' };
  };

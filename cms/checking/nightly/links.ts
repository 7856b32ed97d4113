import { isBlank } from '../../../campaigns/fields/is-blank.ts';
import type { Finding } from '../../checks/finding.ts';
import type { Snapshot } from '../../story/snapshot.ts';

/** One link of a page and the words that a reader clicks on. */
export interface PageLink {
  url: string;
  words: string;
}

/** What became of asking for an address; `unsure`: it did not answer this time, which proves nothing. */
export type LinkState = 'alive' | 'dead' | 'unsure';
export type AskLink = (url: string) => Promise<LinkState>;

const unescape = (text: string): string =>
  text.replace(
    /&(amp|quot|#39|lt|gt);/g,
    (_, name: string) => ({ amp: '&', quot: '"', '#39': "'", lt: '<', gt: '>' })[name] ?? '',
  );
const plain = (html: string): string => unescape(html.replace(/<[^>]*>/g, '')).trim();

/** Every link of a story, in its order. */
export function linksOf({ caseSteps, html, lesson, sourceUrl }: Snapshot): PageLink[] {
  const inText = [...html.matchAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].map(
    ([, url, words]): PageLink => ({
      url: unescape(url ?? ''),
      words: /<img\s/.test(words ?? '') ? '图' : plain(words ?? ''),
    }),
  );
  const named = (url: string | null | undefined, words: string): PageLink[] => (url ? [{ url, words }] : []);
  return [
    ...inText,
    ...named(sourceUrl, '来源'),
    ...named(caseSteps?.rule.url, '条文'),
    ...named(lesson?.licenceUrl, '许可'),
  ];
}

/** Links that no reader can see lead readers' machines somewhere (暗链); links to nowhere annoy them (检查指标 扣分项). */
export async function linkFindings(
  links: readonly PageLink[],
  ask: (url: string) => Promise<LinkState>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { url, words } of links) {
    if (isBlank(words)) {
      findings.push({
        rule: 'site/dark-link',
        level: 'block',
        at: '正文',
        text: shown(url),
        mend: '这个链接没有可见的文字，读者看不见（暗链）：请查明是谁加的，删去后重新签发。',
      });
    } else if ((await ask(url)) === 'dead') {
      findings.push({
        rule: 'site/dead-link',
        level: 'warn',
        at: `链接“${[...words].slice(0, 20).join('')}”`,
        text: shown(url),
        mend: '链接打不开：请改成现在的网址，或去掉链接，再重新签发。',
      });
    }
  }
  return findings;
}

/** An address may carry a number that nobody should see. */
const shown = (url: string): string => url.replace(/\d{7,}/g, (digits) => '*'.repeat(digits.length)).slice(0, 120);

import { aiFindings, hasVisibleMark } from '../../checks/facts/ai-content.ts';
import { pictureFindings } from '../../checks/facts/picture.ts';
import { portraitFindings, type ShownPicture } from '../../checks/facts/portrait.ts';
import { reprintFindings } from '../../checks/facts/reprint.ts';
import type { SchoolRules } from '../../checks/school/rules.ts';
import type { Finding } from '../../checks/finding.ts';
import type { Snapshot } from '../../story/snapshot.ts';
import { isListed, type ReprintSources } from '../reprint-sources.ts';
import type { DeskLexicons } from '../lexicons/desk-lexicons.ts';
import { findMarked, marked } from './find-marked.ts';
import type { MarkedFinding } from './marked-finding.ts';
import { namedPictures, snapshotTexts } from './snapshot-texts.ts';

export interface Measures {
  lexicons: DeskLexicons;
  reprintSources: ReprintSources;
  school: SchoolRules;
  /** The host of the public site. */
  siteHost: string;
  /** Types of the channels that the story is planned on: wechat, weibo, press … */
  channels: readonly string[];
  /** Keys the marks of findings. */
  secret: string;
}

/** Every rule on one story as it goes out: texts, pictures, likenesses, reprint, AI marks. Pure. */
export function snapshotFindings(snapshot: Snapshot, { lexicons, reprintSources, channels, secret }: Pick<Measures, 'lexicons' | 'reprintSources' | 'channels' | 'secret'>): MarkedFinding[] {
  const { answer, reprint, source, sourceUrl, title, usedAi } = snapshot;
  const pictures = namedPictures(snapshot);
  const facts: Finding[] = [
    ...reprintFindings({ isReprint: Boolean(reprint), title, source, sourceUrl, originalTitle: reprint?.originalTitle ?? null, isListed: isListed(reprintSources, source) }),
    ...aiFindings({ usedAi: usedAi ?? false, visibleText: visible(snapshot) }),
    ...portraitFindings(shown(pictures), answer ?? null, usedAi ?? false),
    ...pictures.flatMap(({ name, picture: { alt, height, width } }) => pictureFindings({ name, width, height, alt, isCover: name === '题图', channels })),
  ];
  return [...findMarked(snapshotTexts(snapshot), { lexicons: lexicons.index }, secret), ...marked(facts, secret)].sort((a, b) => Number(a.level === 'warn') - Number(b.level === 'warn'));
}

/** Pictures of which it was asked whom they show. The same one twice is told of once. */
const shown = (pictures: ReturnType<typeof namedPictures>): ShownPicture[] => {
  const once = new Map(pictures.toReversed().map((one) => [one.picture.id, one]));
  return [...once.values()].toReversed().flatMap(({ name, picture: { aigc, alt, caption, credit, portrait } }) =>
    portrait ? [{ ...portrait, name, words: [alt, caption].join('\n'), isAi: aigc || hasVisibleMark([alt, caption, credit].join('\n')) }] : []);
};

/** Pages write the mark beside pictures made with AI by themselves. */
const visible = (snapshot: Snapshot): string =>
  [snapshot.summary, snapshot.text, ...namedPictures(snapshot).map(({ picture }) => `${picture.caption ?? ''}${picture.aigc ? '由AI生成' : ''}`)].join('\n');

import { blocksOf } from '../shared/blocks.ts';
import { breaths } from './breaths.ts';
import { sentencesOf } from './excerpt.ts';
import { chineseDate, type PackSource } from './source.ts';
import { spoken } from './spoken.ts';

/** What a village loudspeaker reads: paragraphs of lines, one breath each. */
export interface Broadcast {
  title: string;
  /** Advice for the announcer, not to be read aloud. */
  advice: string[];
  paragraphs: string[][];
  /** Seconds at 200 and at 180 characters a minute, pauses for marks included in the pace. */
  seconds: { least: number; most: number };
}

const slow = 180;
const fast = 200;

/** 村村响 script: opening, the story in short lines, the key sentence twice, closing with the source. */
export function broadcast({ release, masthead, issuer }: PackSource): Broadcast {
  const say = (text: string) => breaths(spoken(text));
  const key = sentencesOf(release.summary)[0] ?? `${release.title.trim().replace(/[。！？]$/u, '')}。`;
  const blocks = blocksOf(release.html).flatMap((block) =>
    block.kind === 'picture'
      ? []
      : [
          stopped(
            block.kind === 'item' && block.number !== null && !block.goesOn
              ? `第${block.number}，${block.text}`
              : block.text,
          ),
        ],
  );
  const story = blocks.length > 0 ? blocks : release.text.split(/\n\s*\n/).map(stopped);
  const paragraphs = [
    [
      ...say('各位乡亲，各位居民，大家好！'),
      ...say(`这里是${masthead}广播。`),
      ...say(`今天播送的题目是：${stopped(release.title)}`),
    ],
    ...story.map(say),
    [...say('请记住这一句话：'), ...say(stopped(key)), '再说一遍：', ...say(stopped(key))],
    [
      ...say(`以上内容由${issuer}提供，`),
      ...say(`${chineseDate(release.signedAt)}签发。`),
      ...say('今天的广播到这里，谢谢收听！'),
    ],
  ].filter((lines) => lines.length > 0);
  const count = countSpoken(paragraphs.flat().join(''));
  const seconds = { least: Math.round((count / fast) * 60), most: Math.round((count / slow) * 60) };
  return {
    title: release.title.trim(),
    advice: [
      `时长：约${duration(seconds.least)}到${duration(seconds.most)}（${count}字，每分钟${slow}到${fast}字）。`,
      '一行一口气，行末稍停；空行处停两秒。早、晚各播一遍，避开午休和夜间。',
      `签发：${chineseDate(release.signedAt)}，第${release.version}版。只照稿念，不增不减；网址不念。`,
      '接到撤下通知，立即停播，并删去本稿。',
    ],
    paragraphs,
    seconds,
  };
}

/** The script as text: advice first, marked as not to be read. */
export function broadcastText({ title, advice, paragraphs }: Broadcast): string {
  return [
    `广播稿　${title}`,
    `【播音提示，不念】\n${advice.map((line, i) => `${i + 1}. ${line}`).join('\n')}`,
    '【正文】',
    ...paragraphs.map((lines) => lines.join('\n')),
    '【完】',
  ].join('\n\n');
}

/** Minutes for people: `2分40秒`. */
export const duration = (seconds: number): string =>
  seconds < 60 ? `${seconds}秒` : `${Math.floor(seconds / 60)}分${seconds % 60 === 0 ? '钟' : `${seconds % 60}秒`}`;

/** Characters that take time to say: marks do not. */
const countSpoken = (text: string): number => [...text.replace(/[\p{P}\p{S}\s]/gu, '')].length;

const stopped = (text: string): string => {
  const trimmed = text.trim();
  return trimmed === '' || /[。！？；：，、…—][”’）》]*$/u.test(trimmed) ? trimmed : `${trimmed}。`;
};

import type { Release } from '../../ports/release.ts';
import type { ChannelFinding } from '../channel.ts';

// Chinese goes on without a blank after an address; only a host may be Chinese itself.
const address =
  /(?:https?:\/\/|www\.)[\w!#$%&*+,\-./:;=?@~]+|https?:\/\/[^\s，。；、！？（）()【】《》“”"'<>]+|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:com|cn|net|org|gov|edu|top|xyz|vip|cc|io|me|info|link|site|club|shop|tv|co|ly|gl|to|ltd|wang|asia|biz)(?![\w.-])(?:\/[\w!#$%&*+,\-./:;=?@~]*)?/gi;
/** Not the middle of an e-mail address. */
const mention = /(?<![\w.-])@[\p{L}\p{N}_-]{1,30}/gu;

/**
 * A push speaks in the city's name and carries the city's own link. An address of somebody else in its title or summary was
 * looked at by nobody and may lead elsewhere tomorrow; an @name calls a person's account in front of everybody.
 * @param own the city's hosts: they and what is under them are not foreign
 */
export function findForeignWords(
  { summary, title }: Pick<Release, 'title' | 'summary'>,
  own: readonly string[] = [],
): ChannelFinding[] {
  return (
    [
      ['title', '标题', title],
      ['summary', '摘要', summary],
    ] as const
  ).flatMap(([field, word, text]): ChannelFinding[] => {
    const plain = text.normalize('NFKC');
    const foreign = (plain.match(address) ?? []).filter((found) => !isOwn(found, own));
    const names = plain.match(mention) ?? [];
    return [
      ...(foreign[0]
        ? [
            {
              level: 'warn' as const,
              field,
              message: `${word}里有外面的网址“${foreign[0].slice(0, 60)}”：推送自带本站的链接，别处的网址没有审过，请删去或写进正文。`,
            },
          ]
        : []),
      ...(names[0]
        ? [
            {
              level: 'warn' as const,
              field,
              message: `${word}里有“${names[0]}”：发出去会点名到这个账号，请核对，不需要就删去。`,
            },
          ]
        : []),
    ];
  });
}

function isOwn(found: string, own: readonly string[]): boolean {
  const host = found
    .replace(/^https?:\/\//i, '')
    .split(/[/?#:]/, 1)[0]!
    .toLowerCase();
  return own.some((city) => host === city || host.endsWith(`.${city}`));
}

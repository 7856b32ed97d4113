import { fillTypeCase } from '../../print/type-case.ts';
import { textFile, type PackFile } from '../shared/pack.ts';
import { bigType } from './big-type.ts';
import { broadcast, broadcastText, duration } from './broadcast.ts';
import { broadcastDocx } from './broadcast-docx.ts';
import { poster } from './poster.ts';
import { screen } from './screen.ts';
import { chineseDate, shownAddress, type PackSource } from './source.ts';
import { zipFiles } from './steady-zip.ts';
import { printedWords } from './words.ts';

/** The files of a pack by what they are; names are for people. */
export interface CommunityPack {
  posterA4: PackFile;
  posterA3: PackFile;
  bigType: PackFile;
  /** Stills for 村社屏, 1920×1080 and 1080×1920. */
  screenWide: PackFile;
  screenTall: PackFile;
  script: PackFile;
  scriptDocx: PackFile;
  guide: PackFile;
  /** The others in one. */
  zip: PackFile;
  /** All of them, the ZIP last. */
  files: PackFile[];
  /** Characters that the typeface lacks: they print as □ and are written in by hand. */
  missing: string[];
}

/**
 * 社区打印包 of a release: posters, large-type sheet, loudspeaker script. The same source gives the same bytes.
 * Rejects when the picture is neither JPEG nor PNG or the fonts cannot be read.
 */
export async function communityPack(source: PackSource): Promise<CommunityPack> {
  const words = printedWords(source);
  const type = await fillTypeCase({ 400: words, 700: words });
  const script = broadcast(source);
  const files = {
    posterA4: { path: '海报A4.pdf', bytes: await poster(source, type, 'A4') },
    posterA3: { path: '海报A3.pdf', bytes: await poster(source, type, 'A3') },
    bigType: { path: '大字版A4.pdf', bytes: await bigType(source, type) },
    screenWide: { path: '村社屏横.png', bytes: await screen(source, type, 'wide') },
    screenTall: { path: '村社屏竖.png', bytes: await screen(source, type, 'tall') },
    script: textFile('广播稿.txt', broadcastText(script)),
    scriptDocx: { path: '广播稿.docx', bytes: await broadcastDocx(script, new Date(source.release.signedAt)) },
    guide: textFile('说明.txt', guide(source, duration(script.seconds.most), type.missing)),
  };
  const zip = { path: '社区打印包.zip', bytes: zipFiles(Object.values(files)) };
  return { ...files, zip, files: [...Object.values(files), zip], missing: type.missing };
}

function guide({ release, link, issuer }: PackSource, minutes: string, missing: readonly string[]): string {
  return `《${release.title.trim()}》社区打印包

海报A4.pdf、海报A3.pdf　打印后贴在公开栏、村务栏、便民大厅。打印时选“实际大小”，黑白打印也可以。
大字版A4.pdf　给老年人看，字号不小于26磅，可以放在便民大厅或随手发放。
村社屏横.png（1920×1080）、村社屏竖.png（1080×1920）　放到村里、社区的屏幕上，满屏显示，不要裁剪。
广播稿.txt、广播稿.docx　村村响、大喇叭用，约${minutes}。照稿念，不念“播音提示”。

贴之前请扫一次二维码，确认网页打得开。网址：${shownAddress(link)}
${missing.length > 0 ? `\n字库里没有这些字，印出来是“□”，请用黑笔补写：${missing.join('、')}\n` : ''}
本包按签发稿制作，一个字也不要改。更正与撤回以网页为准；接到撤下通知，请当天撕下海报、收回大字版、撤下屏幕上的画面、停播广播稿、删除本包。

签发：${issuer}，${chineseDate(release.signedAt)}，第${release.version}版
签发稿校验：sha256 ${release.hash}`;
}

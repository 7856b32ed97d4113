import { drawDoubleRule, drawSeal, ink } from '../../print/marks.ts';
import { openSheet, type Style } from '../../print/sheet.ts';
import { fillTypeCase } from '../../print/type-case.ts';
import { textFile, type PackFile } from '../shared/pack.ts';
import type { CommunityConfig } from './config.ts';
import type { CommunityNotice } from './notice.ts';
import { a4 } from './paper.ts';

/** The notice for the board (PDF) and for messages (text). The same notice is the same bytes. */
export async function noticeFiles(notice: CommunityNotice, config: CommunityConfig, now: Date): Promise<PackFile[]> {
  const { name, about: which, why, steps, tail: end } = notice;
  const numbered = steps.map((step, i) => `${i + 1}. ${step}`);
  return [
    { path: `${name}.pdf`, bytes: await noticePdf(notice, config, now) },
    textFile(`${name}.txt`, [name, which, why, numbered.join('\n'), end.join('\n')].join('\n\n')),
  ];
}

const margin = 51;
const room = a4.width - 2 * margin;
const text: Style = { size: 21, weight: 400, leading: 1.65, color: ink.text };

async function noticePdf(
  { name, ends, about: which, why, steps, tail: end }: CommunityNotice,
  { masthead, issuer }: CommunityConfig,
  now: Date,
): Promise<Uint8Array> {
  const words = [name, which, why, ...steps, ...end, masthead, issuer, '0123456789.　'].join('');
  const type = await fillTypeCase({ 400: words, 700: words });
  const sheet = openSheet(type, { ...a4, title: name, author: issuer, date: now });
  sheet.line(masthead, margin, 72, { ...text, size: 22, weight: 700, tracking: 0.1 });
  let y = drawDoubleRule(sheet.pdf, margin, 95, room, ink.text) + 34;
  if (ends) drawSeal(sheet.pdf, margin + room - 92, y, 92, { form: 'void' });
  y = sheet.lines([name], margin, y, { ...text, size: 62, weight: 700, leading: 1.3 }) + 30;
  const bold: Style = { ...text, size: 24, weight: 700 };
  y = sheet.lines(sheet.wrap(which, bold, room), margin, y, bold) + 8;
  y = sheet.lines(sheet.wrap(why, text, room), margin, y, text) + 22;
  for (const [i, step] of steps.entries()) {
    sheet.lines([`${i + 1}.`], margin, y, { ...text, weight: 700 });
    y = sheet.lines(sheet.wrap(step, text, room - 34), margin + 34, y, text) + 6;
  }
  const small: Style = { ...text, size: 15, leading: 1.7, color: ink.second };
  y += 16;
  for (const line of end) y = sheet.lines(sheet.wrap(line, small, room), margin, y, small);
  return sheet.bytes();
}

import { describe, expect, it } from 'vitest';
import { isCoded } from './coded.ts';

describe('letters that hold words in a code', () => {
  it.each<[string, string, string]>([
    ['rich text', '  {\\rtf1 abc}', 'txt'],
    ['PostScript', '%!PS-Adobe', ''],
    ['uuencode in the middle', '您好\nbegin 644 a.txt\n#86)C\n', 'txt'],
    ['yEnc', 'x\n=ybegin line=128 size=1\n', 'txt'],
    ['a signed letter', '-----BEGIN PKCS7-----\nMIIB', 'txt'],
    ['a card with coded words', 'BEGIN:VCARD\r\nFN;ENCODING=QUOTED-PRINTABLE:=E5=BC=A0\r\n', 'vcf'],
    ['mail', 'Received: by x\r\nSubject: =?utf-8?B?5byg?=\r\n\r\nx', 'txt'],
    ['mail with a folded line', 'Subject: a\r\n b\r\nMIME-Version: 1.0\r\n\r\nx', ''],
    ['a mailbox', 'From a@x.example Mon\nReturn-Path: <a>\n\nx', ''],
    ['a name that says so', '平常的话', 'eml'],
  ])('%s', (_, text, extension) => expect(isCoded(text, extension)).toBe(true));

  it.each<[string, string, string]>([
    ['a story', '标题：诚信\n正文：一句平常的话。', 'txt'],
    ['a story with front matter', '---\ntitle: a\n---\n正文', 'md'],
    ['minutes with labels', 'Date: 11-28\nPlace: 示例\n\n会议开始。', 'txt'],
    ['a text that speaks of mail', '怎样看邮件头：\nMIME-Version: 1.0 是什么意思', 'txt'],
    ['a card in plain words', 'BEGIN:VCARD\nFN:示例\nEND:VCARD\n', 'vcf'],
    ['a sentence that begins so', 'begin the day with a promise', 'txt'],
    ['nothing', '', ''],
  ])('not: %s', (_, text, extension) => expect(isCoded(text, extension)).toBe(false));
});

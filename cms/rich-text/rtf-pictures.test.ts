import { expect, it } from 'vitest';
import { rtfPictures } from './rtf-pictures.ts';

const hex = (text: string) => Buffer.from(text).toString('hex');
const address = (kind: string, text: string) => `data:image/${kind};base64,${Buffer.from(text).toString('base64')}`;

it('finds the pictures of the text in their order, each once', () => {
  const rtf = String.raw`{\rtf1\ansi{\header\pard {\pict\pngblip ${hex('the head of the page')}}}{\*\listpicture{\pict\pngblip ${hex('a bullet that is one')}}}
\pard one \{not a group{\*\shppict{\pict{\*\picprop\shplid1025{\sp{\sn shapeType}{\sv 75}}}\picscalex100\piccropl0\picw100\pngblip\bliptag-1234{\*\blipuid 00112233445566778899aabbccddeeff}
${hex('first picture, png')
  .match(/.{1,16}/g)
  ?.join('\r\n')}}}{\nonshppict{\pict\picw100\wmetafile8 ${hex('the same, as a metafile')}}}
\par{\*\shppict{\pict\emfblip ${hex('a drawing that no browser shows')}}}\par{\*\shppict{\pict\jpegblip ${hex('second picture, jpeg')}}}}`;
  expect(rtfPictures(rtf)).toEqual([
    address('png', 'first picture, png'),
    null,
    address('jpeg', 'second picture, jpeg'),
  ]);
});

it('stands broken files', () => {
  expect(rtfPictures('')).toEqual([]);
  expect(rtfPictures('{\\rtf1{\\pict\\pngblip 00')).toEqual([null]);
  expect(rtfPictures('}}}}{{{{{\\pict')).toEqual([null]);
});

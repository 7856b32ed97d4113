// Writes down which public wordings the files of content/ bring: node .config/shipped-words.mjs (part of `npm run generate`).
import { writeFileSync } from 'node:fs';
import { openContent } from '../cms/content/content.ts';
import { rowsOfContent, sourceOf, wordingsOf } from '../cms/starter/shipped.ts';

const place = { root: process.cwd(), city: 'guangyuan' };
const wordings = await wordingsOf(place);
writeFileSync('cms/texts/files/shipped-words.ts', sourceOf(wordings, await rowsOfContent(openContent(place))));
console.log(`内容文件的公开文字：${Object.keys(wordings).length} 份，已写入 cms/texts/files/shipped-words.ts。`);

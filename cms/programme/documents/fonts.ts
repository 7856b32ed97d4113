/** The typefaces of official documents, by the names under which Chinese offices have them installed. */
export const faces = { title: '方正小标宋简体', first: '黑体', second: '楷体_GB2312', body: '仿宋_GB2312' } as const;

/** What a word processor may take where those are missing. */
const others: Record<string, string> = {
  方正小标宋简体: '华文中宋',
  黑体: 'SimHei',
  楷体_GB2312: '楷体',
  仿宋_GB2312: '仿宋',
  宋体: 'SimSun',
};

const entry = ([name, other]: [string, string]) =>
  `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`;

/** The document's font table with a substitute for each typeface; no font is embedded, so that files stay small. */
export const altFontTable = {
  path: 'word/fontTable.xml',
  data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.entries(others).map(entry).join('')}</w:fonts>`,
};

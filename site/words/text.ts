/** First sentence of a text, at most `max` characters (a rare one of two halves counts once and stays whole); cut at a comma rather than inside a word. */
export function brief(text: string, max = 42): string {
  const first = [...(/^[^。！？\n]*[。！？]?/u.exec(text.trim())?.[0] ?? '')];
  if (first.length <= max) return first.join('');
  const cut = first.slice(0, max);
  const comma = Math.max(cut.lastIndexOf('，'), cut.lastIndexOf('；'), cut.lastIndexOf('、'));
  return comma > max / 2 ? `${cut.slice(0, comma).join('')}。` : `${cut.slice(0, -1).join('')}…`;
}

/** A sentence with one mark at its end, whether or not the editor typed it; nothing for nothing. */
export function ended(text: string): string {
  const bare = text.trim();
  return bare === '' || /[。！？…][”’」』）]?$/u.test(bare) ? bare : `${bare.replace(/[，；、.]+$/u, '')}。`;
}

/** “8,000元” → figure and unit, so that the unit can be set small. */
export function figureParts(text: string): { figure: string; unit: string } {
  const [, figure = '', unit = ''] = /^([\d,.．]+)(.*)$/u.exec(text.trim()) ?? ['', text, ''];
  return { figure: /^\d{4,}$/.test(figure) ? Number(figure).toLocaleString('en-US') : figure, unit };
}

/** What the middle slip says where a story has no picture: its first short tag, else its kind (7 characters at most). */
export function slipWords(story: { tags: string[]; kindName: string }): string {
  return story.tags.find((word) => word !== '' && [...word].length <= 7) ?? [...story.kindName].slice(0, 7).join('');
}

/** Paragraphs of plain text: one or more line ends part them. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\n+/u)
    .map((line) => line.trim())
    .filter(Boolean);
}

const exampleMark = /[（(]?示例[）)]?$/u;

/** Fictional people are called “何一诺（示例）”: the mark is set small beside the name. */
export function splitExample(name: string): { name: string; example: boolean } {
  const bare = name.replace(exampleMark, '');
  return bare && bare !== name ? { name: bare, example: true } : { name, example: false };
}

/** A law’s title in its marks, whether or not the writer typed them: `《食品安全法》`, also where more stands behind them; nothing for nothing. */
export function lawTitle(law: string): string {
  const title = law.trim();
  if (title === '' || /^《[^》]*》/.test(title)) return title;
  return `《${title.replace(/^《|》$/gu, '')}》`;
}

/** What both SQLites of the product say when a page of the file is not what it should be. */
const saysDamaged = /SQLITE_(CORRUPT|NOTADB)|database disk image is malformed|file is not a database/;

/**
 * The sentence for an error that means a damaged database, wherever it came up; null for every other error. What a file
 * looked like at the start may change under a running product: it is still no fault inside the program.
 */
export async function damagedSentence(error: unknown): Promise<string | null> {
  let why: string | null = null;
  for (let one = error; one instanceof Error && why === null; one = one.cause)
    if (saysDamaged.test(one.message)) why = one.message.split('\n')[0] ?? '';
  if (why === null) return null;
  const [{ readSettings }, { sentenceFor }] = await Promise.all([
    import('../settings/settings.ts'),
    import('../installation/sound.ts'),
  ]);
  return sentenceFor(readSettings(), { state: 'damaged', why });
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forms } from './forms.ts';

/** One plainly told piece, in one of the ten forms, and whether somebody who can be recognised is told something bad. */
export interface PlainText {
  text: string;
  isBlame: boolean;
  /** Rules are made with two of three; the third is looked at for its figures alone. */
  part: 'development' | 'held-out';
}

/** Written in a form of its own; ⏎ is where a line ends. */
const hasForm = /[⏎<]/u;

const folder = join(import.meta.dirname, 'plain');

/**
 * What happened, told as people of a small city tell it: no word of it need be bad by itself. Written before the rules that
 * find it, the harmless ones with the same names, things and prices. All people and firms are fictional.
 */
export function readPlain(): PlainText[] {
  const write = Object.values(forms);
  const read = (kind: 'blame' | 'harmless') =>
    readdirSync(folder)
      .filter((file) => file.startsWith(kind))
      .sort()
      .flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'));
  return (['blame', 'harmless'] as const).flatMap((kind) =>
    read(kind).map(
      (sentence, i): PlainText => ({
        text: hasForm.test(sentence)
          ? sentence.replaceAll('⏎', '\n')
          : (write[i % write.length]?.(sentence) ?? sentence),
        isBlame: kind === 'blame',
        part: i % 3 === 2 ? 'held-out' : 'development',
      }),
    ),
  );
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dots } from '../../checks/fold/dots.ts';
import { passesLuhn } from '../../checks/personal-data/luhn.ts';
import { createFiction, type Fiction } from './fiction.ts';

/** One text of the blind corpus and what a reader would say it holds; `none`: nothing that the checks should tell. */
export interface BlindText {
  form: string;
  kinds: readonly string[];
  text: string;
  /** Which half: rules were made with the first, the second was looked at for figures alone. */
  half: 'known' | 'unknown';
}

const folder = join(import.meta.dirname, 'blind');

/** Texts in ten forms, written before the rules that find them; numbers are put in here and belong to nobody. */
export function readBlind(): BlindText[] {
  const fiction = createFiction(5);
  return readdirSync(folder)
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split(/^@/m)
        .slice(1)
        .map((entry, i): BlindText => {
          const end = entry.indexOf('\n');
          return {
            form: file.replace('.txt', ''),
            kinds: entry.slice(0, end).trim().split(' '),
            text: filled(entry.slice(end + 1).trim(), fiction),
            half: i % 2 === 0 ? 'known' : 'unknown',
          };
        }),
    );
}

/** `{plate・}` is a plate with this dot in it. */
function filled(text: string, fiction: Fiction): string {
  const grouped = (number: string) => number.replace(/^(.{6})(.{6})/, '$1 $2 ');
  return text
    .replace(/\{oldId\}/g, () => fiction.oldId())
    .replace(/\{oldIdSpaced\}/g, () => grouped(fiction.oldId()))
    .replace(/\{phone\}/g, () => fiction.phone())
    .replace(/\{passport\}/g, () => `E${fiction.digits(8)}`)
    .replace(/\{permit\}/g, () => `C${fiction.digits(8)}`)
    .replace(/\{oddCard\}/g, () => oddCard(fiction))
    .replace(new RegExp(`\\{plate([${dots}])\\}`, 'g'), (_, dot: string) =>
      fiction.plate().replace(/^../u, (start) => start + dot),
    );
}

/** A number that passes Luhn and begins as no card does: only its name tells what it is. */
function oddCard(fiction: Fiction): string {
  for (;;) {
    const number = `9${fiction.digits(15)}`;
    if (passesLuhn(number)) return number;
  }
}
